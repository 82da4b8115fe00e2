"""Plain crawled text: the article between menus, and what stands in the middle of it."""

from textwrap import fill

import pytest
from text.reading import read_bytes

TITLE = "Two brothers wait for a stamp"
BODY = [
    "The consulate closed its counter in March, and two brothers have been waiting for a stamp ever since.",
    "Without it neither can rent a room or sign a contract, and one of them has lost his job at the harbour.",
    "A clerk told them in May that the stamp depends on what their sister writes abroad about the flood.",
    "The ministry says that every application is treated in the order in which it came, and that is all.",
]


def crawled(*middle: str, top: str = "Menu\nHome\nWorld\n", bottom: str = "") -> str:
    """A text with a title, these lines after its second paragraph, and something above and below."""
    return "\n".join((top + TITLE, "4 May 2021", *BODY[:2], *middle, *BODY[2:])) + "\n" + bottom


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter and get the day's best stories every morning.",
        "Advertisement",
        "ADVERTISEMENT - story continues below",
        "Read also: How to complain about a consulate",
        "Subscribe to our podcast on your favourite app!",
        "Support independent journalism. Donate now",
        "The harbour in winter. Photo: J. Keel",
        "Lee también: Los hermanos del puerto",
        "Lesen Sie auch: Das Warten auf den Stempel",
        "Подписывайтесь на наш телеграм-канал",
        "구독하기",
        "【関連記事】港の兄弟",
        "扫码关注公众号",
        "اقرأ أيضا: انتظار الختم",
        "Bunu da okuyun: Damga bekleyenler",
        "Xem thêm: Hai anh em ở cảng",
    ],
)
def test_an_interloper_is_dropped_and_its_neighbours_stay_apart(line: str) -> None:
    """Calls, offers, pointers and captions in any language, between two paragraphs."""
    assert read_bytes(crawled(line), "a.txt").body.split("\n") == BODY


@pytest.mark.parametrize(
    "line",
    [
        "He had subscribed to a newsletter of the opposition, and the clerk knew the day on which he did.",
        "Police asked him to sign in at the station every week, and to share his telephone with them.",
        "The photograph shows the two of them at the harbour, which is why it was taken from them.",
        "“Join us,” he said.",
        "All comments on the video were deleted within an hour, their sister says.",
        "What the clerk said",
        "Related charges against a third brother were dropped in April, according to the court.",
    ],
)
def test_what_only_sounds_like_chrome_stays(line: str) -> None:
    """Running text about newsletters, photographs and comments is text."""
    assert line in read_bytes(crawled(line), "a.txt").body.split("\n")


@pytest.mark.parametrize(
    "bottom",
    [
        "Share this\nTwitter\nFacebook\nRelated articles\nHarbour to be dredged\nNew ferry to come\n© 2024 The Quay",
        "Leave a Reply\nYour email address will not be published.\n"
        + "A reader has a lot to say about the brothers, and says it at length here.\n" * 9,
        "References\n1. Keel, J. (2019). Stamps and seals. Harbour Press.\n2. Quay Papers, vol. 3, pp. 4-9.",
        "Editor's note: This article was first published in the paper edition of May 2021.",
        "Reporting by the harbour desk; editing by the night desk.",
        "Contact us: 020 910 0142",
        "Comments (14)\nYou must be logged in to comment",
    ],
)  # fmt: skip
def test_the_text_ends_with_its_last_words(bottom: str) -> None:
    """Lists, comments, references, notes and rights below do not belong to it."""
    assert read_bytes(crawled(bottom=bottom), "a.txt").body.split("\n") == BODY


def test_the_title_is_found_once_and_the_date_beneath_it() -> None:
    """Also when the first line adds the site's name, and when a crawl date stands in the chrome."""
    text = f"{TITLE} | The Quay\nTuesday, March 12, 2024\n{crawled(bottom='Tuesday, March 12, 2024')}"
    document = read_bytes(text, "a.txt")
    assert (document.title, document.outlet) == (TITLE, "The Quay")
    assert document.published is not None
    assert (document.published.iso(), document.published_by) == ("2021-05-04", "line")
    assert document.body.split("\n") == BODY


def test_no_date_is_invented() -> None:
    """A date in the chrome or in the text is not the day of publication."""
    text = crawled(bottom="Wednesday, March 13, 2024\n© 2024 The Quay").replace("4 May 2021\n", "")
    assert read_bytes(text, "a.txt").published is None


def test_wrapped_lines_are_joined() -> None:
    """A letter typed at a width of sixty becomes paragraphs again."""
    wrapped = "\n\n".join(fill(part, 60) for part in BODY)
    assert read_bytes(f"{TITLE}\n\n{wrapped}\n", "letter.txt").body.split("\n") == BODY


def test_a_reporter_in_brackets_is_cut_and_a_dateline_is_not() -> None:
    """Bylines are no text, datelines are."""
    byline = read_bytes(crawled().replace("The consulate", "[Harbour Reporter J. Keel] The consulate"), "a.txt")
    dateline = read_bytes(crawled().replace("The consulate", "LISBON, May 4 (Quay) - The consulate"), "a.txt")
    assert byline.body.startswith("The consulate closed")
    assert dateline.body.startswith("LISBON, May 4 (Quay) - The consulate")


def test_one_long_line_is_one_paragraph() -> None:
    """A text without line ends is read as it is, and its sentences are told apart."""
    document = read_bytes(" ".join(BODY), "a.txt")
    assert document.body == " ".join(BODY)
    assert len(document.sentences) == len(BODY)
