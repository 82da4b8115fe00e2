"""Pages written for this project, as data: public facts, sentences of our own. `asylia demo` builds a record of them."""
