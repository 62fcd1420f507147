"""The command ``forsvarlig``: one module a command, each of which parses its arguments, calls the engine and prints."""
