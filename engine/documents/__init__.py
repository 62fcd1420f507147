"""What documents lack: shapes, their validation, and the findings (design § 9)."""
