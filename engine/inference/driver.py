"""The one place that talks to durable-rules, with a guard against everything it may not be trusted with.

What was measured about it (negation that is never withdrawn, results that hang on the order of arrival, exceptions swallowed, an empty batch
that kills the process, loose comparison of text and numbers, memory kept per session) is kept out here: only positive joins
of text facts go in, each batch is deduplicated, sorted and never empty, errors are raised, and the session is always deleted.
"""

import itertools
import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import durable_rules_engine as native
from durable.engine import Ruleset


class JoinError(Exception):
    """durable-rules failed, or was about to be asked for something that it is not sound for."""


class Tuple(NamedTuple):
    """A fact as durable-rules sees it: a predicate with a subject and an object (empty for a flag)."""

    predicate: str
    subject: str
    object: str


class Pattern(NamedTuple):
    """A positive condition: a predicate, with a variable or a constant at each end. Variables begin with ``?``."""

    predicate: str
    subject: str
    object: str


Binding = dict[str, str]
OnMatch = Callable[[str, Binding], Iterable[Tuple]]  # (join, binding) → facts that follow at once (positive recursion)
OPENING = "$open"
_sessions = itertools.count(1)


class Joins:
    """A set of named positive joins, compiled once, run for many cases.

    ``joins`` maps a name to its patterns (at least one). Raises JoinError for an empty join.
    """

    def __init__(self, name: str, joins: dict[str, list[Pattern]]) -> None:
        self._found: list[tuple[str, Binding]] = []
        self._on_match: OnMatch = lambda _join, _binding: ()
        self._session = ""
        self._ids = itertools.count(1)
        self._failure: Exception | None = None
        self.predicates = {pattern.predicate for patterns in joins.values() for pattern in patterns}
        self._ruleset: Any = None
        if joins:
            rules = {join: self._rule(join, list(dict.fromkeys(patterns))) for join, patterns in joins.items()}
            opening = {"all": [{"f0": {"p": OPENING}}], "run": lambda c: None}
            self._ruleset = Ruleset(name, None, {**rules, OPENING: opening})

    def _rule(self, join: str, patterns: list[Pattern]) -> dict[str, Any]:
        """Write one join in durable's own form: equal variables become references to where they were first bound."""
        if not patterns:
            raise JoinError(f"the join {join} has no positive condition")
        bound: dict[str, tuple[str, str]] = {}
        conditions = []
        for number, pattern in enumerate(patterns):
            alias, tests = f"f{number}", [{"p": pattern.predicate}]
            for slot, term in (("s", pattern.subject), ("o", pattern.object)):
                if not term.startswith("?"):
                    tests += [{slot: term}] if term else []
                elif term in bound:
                    tests.append({slot: dict([bound[term]])})  # type: ignore[dict-item]
                else:
                    bound[term] = (alias, slot)
            conditions.append({alias: {"$and": tests} if len(tests) > 1 else tests[0]})
        places = [(variable[1:], *place) for variable, place in bound.items()]

        def act(
            c: Any,
        ) -> None:  # durable refuses an action with more than two parameters, so everything is closed over
            try:
                message = c._m
                self._matched(join, {variable: message[alias][slot] for variable, alias, slot in places})
            except Exception as error:  # durable would write it into the session's state and go on
                self._failure = self._failure or error

        return {
            "all": conditions,
            "run": act,
            "dist": 0,
        }  # by default durable won't let one fact meet two conditions of a rule

    def _matched(self, join: str, binding: Binding) -> None:
        self._found.append((join, binding))
        for fact in self._on_match(join, binding):
            native.assert_fact(self._ruleset._handle, json.dumps(self._message(fact), ensure_ascii=False))

    def _message(self, fact: Tuple) -> dict[str, str]:
        """Write a fact for durable, with an id of its own.

        Without one durable makes an id from a hash of 32 bits and drops, silently, a fact whose hash was seen before.
        """
        return {
            "sid": self._session,
            "id": str(next(self._ids)),
            "p": fact.predicate,
            "s": fact.subject,
            "o": fact.object,
        }

    def _open(self) -> None:
        """Open the session with a fact that fires an action: durable crashes when a session is deleted in which nothing ever fired."""
        self._ids = itertools.count(1)
        _code, state = native.assert_fact(self._ruleset._handle, json.dumps(self._message(Tuple(OPENING, "", ""))))
        self._ruleset.do_actions(state, self._completed)

    def run(self, facts: Iterable[Tuple], on_match: OnMatch | None = None) -> list[tuple[str, Binding]]:
        """Find every binding of every join over the facts.

        ``on_match`` may give further facts that follow from a match; they take part in the same run. It must give each fact once.
        Gives (join, binding) pairs, sorted, so that nothing hangs on the order in which the facts came.
        Raises JoinError where durable-rules fails or a fact is not text.
        """
        batch = sorted({fact for fact in facts if fact.predicate in self.predicates})
        for fact in batch:
            if not all(isinstance(part, str) for part in fact):
                raise JoinError(f"only text can be joined, not {fact!r}")
        if not batch or self._ruleset is None:  # an empty batch kills the process
            return []
        self._found, self._failure, self._session = [], None, str(next(_sessions))
        self._on_match = on_match or (lambda _join, _binding: ())
        self._open()
        try:
            messages = json.dumps([self._message(fact) for fact in batch], ensure_ascii=False)
            _code, state = native.assert_facts(self._ruleset._handle, messages)
            self._ruleset.do_actions(state, self._completed)
            swallowed = self._ruleset.get_state(self._session).get("exception")
        except Exception as error:
            raise JoinError(f"durable-rules failed: {error}") from error
        finally:
            self._ruleset.delete_state(self._session)
        if self._failure is not None or swallowed:
            raise JoinError(f"durable-rules failed: {self._failure or swallowed}") from self._failure
        return sorted(self._found, key=lambda found: (found[0], sorted(found[1].items())))

    def _completed(self, error: object, _state: object) -> None:
        if error and self._failure is None:
            self._failure = error if isinstance(error, Exception) else JoinError(str(error))
