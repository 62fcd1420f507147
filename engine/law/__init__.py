"""The law base: what the law says, as provisions with intervals, sources and a status."""
