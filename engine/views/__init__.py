"""The same case seen in other ways: as the employer states it, as the safety representative states it, and by other readings of the law."""
