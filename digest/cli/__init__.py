"""Placeholder until the commands stand."""


def main() -> None:
    """Run the command line."""
