"""What every HTML file has around what it says: its head and its style, who it is about, and what it was made with."""

from html import escape
from importlib.resources import files

from engine import __version__
from engine.proof import report_words as rw
from engine.proof.html_duty import element
from engine.text import Language, Text

STYLE = "html_style.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # nothing is fetched and nothing is run, whatever the case holds


def page(
    language: Language,
    kind: Text,
    name: str,
    about: str,
    main: str,
    *,
    first: str,
    meta: str = "",
    style: str = "",
    body: str = "",
) -> str:
    """Write a page of a kind about what has a name; ``about`` and ``main`` are escaped already.

    ``first`` is the id of what a reader may skip to; ``meta``, ``style`` and ``body`` (its class) are of this page alone.
    """
    shared = files("engine.proof").joinpath(STYLE).read_text(encoding="utf-8")
    named, said = escape(name), escape(kind.in_(language))
    cls = f' class="{body}"' if body else ""
    made_with = element("p", escape(rw.MADE_WITH.in_(language).format(version=__version__)))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n{meta}'
        f"<title>{named} – {said}</title>\n<style>\n{shared}{style}</style>\n</head>\n<body{cls}>\n"
        f'<a class="skip" href="#{first}">{escape(rw.SKIP.in_(language))}</a>\n'
        f'<header>\n<p class="eyebrow">Forsvarlig · {said}</p>\n<h1>{named}</h1>\n<p class="about">{about}</p>\n</header>\n'
        f"<main>\n{main}\n</main>\n<footer>{made_with}</footer>\n</body>\n</html>\n"
    )
