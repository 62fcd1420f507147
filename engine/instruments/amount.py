"""How a number of points is written: without trailing zeros, with a comma in Norwegian and Danish."""

from decimal import Decimal

from engine.text import Language


def amount(value: Decimal, language: Language) -> str:
    """Write a number of points."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if language == "en" else text.replace(".", ",")
