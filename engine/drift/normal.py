"""Words as they are compared: what an edition may set otherwise without changing the law is made the same.

In: text of a publisher's page. Out: Unicode NFC; soft hyphens and characters without width taken out; every run of white
space one space; every hyphen and dash ``-``; every double quotation mark ``"`` and every single one ``'``; no mark of a
footnote. Nothing else is touched: letters, figures, case and punctuation are the law's.
"""

import hashlib
import re
import unicodedata

READING = "1"  # goes up whenever the same words would get another hash; a baseline names the reading it was made with

_WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_SAME = str.maketrans({
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("«»“”„‟", '"'),
    **dict.fromkeys("‘’‚‛´`", "'"),
})
_MARK = re.compile(r"\[\d{1,2}\]|[⁰¹²³⁴-⁹]{1,2}[)⁾]")


def normal(text: str) -> str:
    """Give the words as they are compared."""
    composed = unicodedata.normalize("NFC", text.translate(_WITHOUT_WIDTH))
    return " ".join(composed.translate(_SAME).split())


def without_marks(text: str) -> tuple[str, int]:
    """Take out what can only be the mark of a footnote (``[1]``, ``¹⁾``), and say how many there were.

    A bare raised figure may be part of a measure, and stays.
    """
    return _MARK.subn("", text)


def fingerprint(words: str) -> str:
    """Hash normalised words."""
    return hashlib.sha256(words.encode()).hexdigest()
