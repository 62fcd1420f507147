"""Scenarios beside the rule files: small cases, each with the outcome that the dossier wants; what they look like, and running them.

``X_test.yaml`` stands beside ``X.regel`` and lists scenarios by the duty, rule or remark they try::

    base: {date: 2026-06-30, units: [{id: nord, name: Nord}]}   # case fields that all scenarios of the file share
    scenarios:
      no.utforelse.3A-5.1:
        - name: opplæring trengs og mangler
          outcome: breach
          source: core-duties.md, 3A-5.1
          case: {units: [{id: nord, entails_violence: yes}]}     # laid over the base, entry by entry (same id: field by field)
          complete: [training]                                 # registers said to be complete on the day of the case; ``all``: each

Further keys: ``at`` (the scope, as in the address of an outcome; otherwise the first unit, or the undertaking), ``law_date``, ``open``
(registers that the base calls complete and this scenario does not) and ``without`` (ids of entries of the base to leave out). What
is then written is a whole case file, read by the one reader, so that every field is checked. ``HEADER`` gives what a file need not
repeat.

A duty has an outcome, or is ``not_in_force``; a rule has a ``statement`` (``T1/decided``, ``nord/exposed_to/workload``) that is
``yes``, ``no`` or ``unknown``; a remark is ``noted`` or ``not_noted``; an outlook is ``given``, ``open`` or
``not_given``.
"""

from engine.scenarios.model import ENDING, Result, Scenario
from engine.scenarios.read import load, outcomes_for, read, scenario_files
from engine.scenarios.run import only, run

__all__ = ["ENDING", "Result", "Scenario", "load", "only", "outcomes_for", "read", "run", "scenario_files"]
