"""Pages written for this project, as data: public facts, sentences of our own. `asylia demo` reads them."""
