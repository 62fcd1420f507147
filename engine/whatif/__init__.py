"""What would change if: a case with some statements supposed to be otherwise, assessed again and compared, outcome by outcome.

``address`` reads what is to be set or unset, ``supposing`` lays it over the case, ``whatif`` assesses and compares, ``telling`` and
``record`` say what came out.
"""

from engine.whatif.whatif import WhatIf, whatif

__all__ = ["WhatIf", "whatif"]
