"""The tree: what is closed by what, and that nothing makes it slow or deep."""

import pytest

from asylia.model.errors import LimitError
from asylia.text.markup import TEXT, Tree


def paths(source: str) -> list[tuple[str, str]]:
    """Every text with the tags it stands in."""
    tree = Tree(source).parse()
    found = []
    for what, start, end, node in tree.events:
        if what == TEXT and source[start:end].strip():
            tags = []
            while node > 0:
                tags.append(tree.nodes[node].tag)
                node = tree.nodes[node].parent
            found.append((source[start:end].strip(), " ".join(reversed(tags))))
    return found


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<p>a<p>b", [("a", "p"), ("b", "p")]),
        ("<p>a<div>b</div>c", [("a", "p"), ("b", "div"), ("c", "")]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>d", [("a", "ul li"), ("b", "ul li"), ("c", "ul li ul li"), ("d", "")]),
        ("<table><tr><td>a<td>b<tr><td>c</table>d",
         [("a", "table tr td"), ("b", "table tr td"), ("c", "table tr td"), ("d", "")]),
        ("<table><tr><td><div>a</td><td>b", [("a", "table tr td div"), ("b", "table tr td")]),
        ("<div><td>a</div>b", [("a", "div td"), ("b", "div td")]),
        ("<dl><dt>a<dd>b<dt>c", [("a", "dl dt"), ("b", "dl dd"), ("c", "dl dt")]),
        ("<a href=x>a<a href=y>b</a>c", [("a", "a"), ("b", "a"), ("c", "")]),
        ("<b>a<p>b</b>c</p>d", [("a", "b"), ("b", "b p"), ("c", "b p"), ("d", "b")]),
        ("<h1>a<h2>b</h2>", [("a", "h1"), ("b", "h2")]),
        ("a</div></span>b", [("a", ""), ("b", "")]),
        ("<script>if (a<b) '</p>'</script>x", [("if (a<b) '</p>'", "script"), ("x", "")]),
        ("<title>a<b>c</title>x", [("a<b>c", "title"), ("x", "")]),
        ("<!-- <p>no</p> -->x<!doctype html>y", [("x", ""), ("y", "")]),
        ("<p title='a>b' data-x=\"<i>\">c", [("c", "p")]),
        ("<p class=a'b>c", [("c", "p")]),
        ("2 < 3 and 4 > 3", [("2 < 3 and 4 > 3", "")]),
        ("<textarea>a</textarea>b<textarea>c", [("a", "textarea"), ("b", ""), ("c", "")]),
        ("<p>a</p", [("a", "p")]),
        ("<![CDATA[a<b]]>c", [("a<b", ""), ("c", "")]),
    ],
)  # fmt: skip
def test_text_stands_where_a_browser_would_put_it(source: str, wanted: list[tuple[str, str]]) -> None:
    """Implied ends, forgotten ends and ends too many, comments, raw text, odd attributes."""
    assert paths(source) == wanted


def test_depth_is_no_danger() -> None:
    """A hundred thousand open elements are a long list, not a deep call."""
    tree = Tree("<div>" * 100_000 + "x").parse()
    assert len(tree.nodes) == 100_001


def test_too_many_elements_are_refused() -> None:
    """Beyond any page's size the source is refused by name of the limit."""
    with pytest.raises(LimitError):
        Tree("<p>" * 200_002).parse()
