"""The one place that talks to durable-rules, with a guard against everything it may not be trusted with.

What was measured about it (negation that is never withdrawn, results that hang on the order of arrival, exceptions swallowed, an
empty batch or a session without a match that kills the process, facts dropped by a short hash, a fact kept from meeting two conditions,
loose comparison of text and numbers, fixed limits, memory kept per session) is kept out here: only positive joins of text facts go in,
each batch is deduplicated, sorted and never empty, errors are raised, and the session is always deleted.
"""

import itertools
import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import durable_rules_engine as native
from durable.engine import Ruleset


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
LONGEST = 16  # durable-rules keeps no more facts in one match
SHARED = 48  # and lets one fact meet no more than 64 conditions of a rule set,
WIDEST = 400  # which has room for 512
_sessions = itertools.count(1)


class JoinError(Exception):
    """durable-rules failed, or was about to be asked for something that it is not sound for."""


class _Part:
    """As many joins as one rule set of durable-rules holds, and the facts that wait to be told to it."""

    def __init__(self, name: str, rules: dict[str, dict[str, Any]], predicates: set[str]) -> None:
        opening = {"all": [{"f0": {"p": OPENING}}], "run": lambda c: None}
        self.ruleset: Any = Ruleset(name, None, {**rules, OPENING: opening})
        self.predicates = predicates
        self.waiting: list[Tuple] = []


class Joins:
    """A set of named positive joins, compiled once, run for many cases.

    ``joins`` maps a name to its patterns (at least one, at most ``LONGEST``). Raises JoinError for a join that is empty or too long.
    """

    def __init__(self, name: str, joins: dict[str, list[Pattern]]) -> None:
        self._found: list[tuple[str, Binding]] = []
        self._on_match: OnMatch = lambda _join, _binding: ()
        self._session = ""
        self._ids = itertools.count(1)
        self._failure: Exception | None = None
        self.predicates = {pattern.predicate for patterns in joins.values() for pattern in patterns}
        self._parts = [
            _Part(
                f"{name}-{number}",
                {join: self._rule(join, patterns) for join, patterns in few.items()},
                {pattern.predicate for patterns in few.values() for pattern in patterns},
            )
            for number, few in enumerate(_divided({join: list(dict.fromkeys(p)) for join, p in joins.items()}))
        ]

    def close(self) -> None:
        """Give back what durable-rules holds for these joins, which can't be run any more; it never does so by itself."""
        for part in self._parts:
            native.delete_ruleset(part.ruleset._handle)
        self._parts = []

    def _rule(self, join: str, patterns: list[Pattern]) -> dict[str, Any]:
        """Write one join in durable's own form: equal variables become references to where they were first bound."""
        if not 1 <= len(patterns) <= LONGEST:
            raise JoinError(f"the join {join} has {len(patterns)} positive conditions; it may have 1 to {LONGEST}")
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

        def act(c: Any) -> None:  # durable refuses an action with more than two parameters: all is closed over
            try:
                message = c._m
                self._matched(join, {variable: message[alias][slot] for variable, alias, slot in places})
            except Exception as error:  # durable would write it into the session's state and go on
                self._failure = self._failure or error

        # by default durable won't let one fact meet two conditions of a rule ("dist")
        return {"all": conditions, "run": act, "dist": 0}

    def _matched(self, join: str, binding: Binding) -> None:
        self._found.append((join, binding))
        for fact in self._on_match(join, binding):
            self._tell(fact)

    def _tell(self, fact: Tuple) -> None:
        for part in self._parts:
            if fact.predicate in part.predicates:
                part.waiting.append(fact)

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

    def _open(self, part: _Part) -> None:
        """Open the session with a fact that fires an action: durable crashes when a session is deleted in which nothing ever fired."""
        _code, state = native.assert_fact(part.ruleset._handle, json.dumps(self._message(Tuple(OPENING, "", ""))))
        part.ruleset.do_actions(state, self._completed)

    def run(self, facts: Iterable[Tuple], on_match: OnMatch | None = None) -> list[tuple[str, Binding]]:
        """Find every binding of every join over the facts.

        ``on_match`` may give further facts that follow from a match; they take part in the same run. It must give each fact once.
        Gives (join, binding) pairs, sorted, so that nothing hangs on the order in which the facts came.
        Raises JoinError where durable-rules fails or a fact is not text.
        """
        batch = {fact for fact in facts if fact.predicate in self.predicates}
        for fact in batch:
            if not all(isinstance(part, str) for part in fact):
                raise JoinError(f"only text can be joined, not {fact!r}")
        self._found, self._failure, self._session = [], None, str(next(_sessions))
        self._ids, self._on_match = itertools.count(1), on_match or (lambda _join, _binding: ())
        for part in self._parts:
            part.waiting = []
        for fact in sorted(batch):
            self._tell(fact)
        opened: list[_Part] = []
        try:
            while ready := next((part for part in self._parts if part.waiting), None):
                if ready not in opened:
                    self._open(ready)
                    opened.append(ready)
                self._run(ready)
        except Exception as error:
            raise JoinError(f"durable-rules failed: {error}") from error
        finally:
            for part in opened:
                part.ruleset.delete_state(self._session)
        if self._failure is not None:
            raise JoinError(f"durable-rules failed: {self._failure}") from self._failure
        return sorted(self._found, key=lambda found: (found[0], sorted(found[1].items())))

    def _run(self, part: _Part) -> None:
        """Tell a rule set what waits for it, never nothing (an empty batch kills the process), and let it fire."""
        messages, part.waiting = [self._message(fact) for fact in part.waiting], []
        _code, state = native.assert_facts(part.ruleset._handle, json.dumps(messages, ensure_ascii=False))
        part.ruleset.do_actions(state, self._completed)
        swallowed = part.ruleset.get_state(self._session).get("exception")
        if swallowed:
            raise JoinError(str(swallowed))

    def _completed(self, error: object, _state: object) -> None:
        if error and self._failure is None:
            self._failure = error if isinstance(error, Exception) else JoinError(str(error))


def _divided(joins: dict[str, list[Pattern]]) -> list[dict[str, list[Pattern]]]:
    """Divide joins into as many rule sets as durable's own limits make necessary; one for each few hundred conditions."""
    divided: list[dict[str, list[Pattern]]] = []
    shares: Counter[str] = Counter()
    for join, patterns in joins.items():
        more = shares + Counter(pattern.predicate for pattern in patterns)
        if not divided or max(more.values(), default=0) > SHARED or more.total() > WIDEST:
            divided.append({})
            more = Counter(pattern.predicate for pattern in patterns)
        divided[-1][join], shares = patterns, more
    return divided
