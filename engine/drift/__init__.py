"""Drift: the official text of an act, as the editor supplies it, against a baseline recorded earlier; nothing is fetched.

``read`` turns a file (HTML or text, as the two publishers write it) into units with the paths of the law base, ``baseline``
keeps a hash of each, ``compare`` says what changed, moved, came and went, ``citing`` who cites it, ``drift`` is the one door.
"""
