"""A text in the three languages that every answer comes in."""

from typing import Literal, NamedTuple, get_args

Language = Literal["nb", "da", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Text(NamedTuple):
    """The same text in Norwegian bokmål, Danish and English."""

    nb: str
    da: str
    en: str

    def in_(self, language: Language) -> str:
        """Give the text in one language."""
        return str(getattr(self, language))

    def format(self, **slots: "str | Text") -> "Text":
        """Fill named slots; a slot that is itself a Text is filled language by language."""
        return Text(
            *(
                self.in_(lang).format(
                    **{name: value.in_(lang) if isinstance(value, Text) else value for name, value in slots.items()}
                )
                for lang in LANGUAGES
            )
        )


def same(text: str) -> Text:
    """Make a text that reads the same in every language (an id, a date, a title given by the user)."""
    return Text(text, text, text)
