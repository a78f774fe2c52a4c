"""The watched folder: what is new in it, and the bytes of a file as text."""
