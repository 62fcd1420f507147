"""An inspector's sheet: the documents to ask for, what each answers, and what it would decide."""

from engine.request.requesting import Sheet, request

__all__ = ["Sheet", "request"]
