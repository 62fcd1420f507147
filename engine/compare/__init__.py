"""The two laws side by side: an alignment of what they ask for, and what the same facts come to under each."""
