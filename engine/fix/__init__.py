"""What is the least that must be done: the smallest sets of new acts after which the breaches are gone, found exactly.

``moves`` says what can be done at all (the closed list of the ontology), ``circuit`` turns the proofs of an assessment with every
possible act laid open into a program for clingo, ``search`` finds the smallest sets, ``applying`` lays a set over the case, and
``fixing`` joins them: a set is given only after the case with it was assessed again.
"""

from engine.fix.fixing import Fixes, fix

__all__ = ["Fixes", "fix"]
