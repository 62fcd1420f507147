"""What to ask next: which open statement, field, register or document decides most, and what each answer would decide.

``circuit`` lays the proof of an outcome out, ``completions`` says exactly what can still come of it and which leaves can still matter,
``answers`` says what an answer fixes, ``asking`` joins them to questions in an order, ``telling`` and ``record`` are its readers.
``interview`` puts the questions one by one and lets ``saving`` write each answer into the case file.
"""

from engine.ask.asking import Asking, ask

__all__ = ["Asking", "ask"]
