"""Tests of the readers of a finished assessment."""
