"""A second, small reading of the rules, apart from inference: where each condition stands, what it comes to, which outcomes there must be.

It shares no code with ``engine.inference``, so that what that recorded can be held against it (``engine.verify``).
"""
