"""Side-by-side measurements of digest: printed, never judged. ``make bench`` runs all parts, ``run.py PART…`` some.

Peers are measured in the same run, on the same texts and machine; what stands behind a figure tells how it was taken.
"""

from __future__ import annotations

import argparse

import growth
import mail
import officialese
import quality
import ranking
import reading
import summaries
from measure import environment


def speed() -> None:
    growth.run(ranking.run())


PARTS = {
    "reading": reading.run,
    "ranking": speed,
    "summaries": summaries.run,
    "mail": mail.run,
    "quality": quality.main,
    "officialese": officialese.run,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all of them if none is named")
    chosen = parser.parse_args().parts or list(PARTS)
    if unknown := set(chosen) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    environment()
    for part in chosen:
        PARTS[part]()


if __name__ == "__main__":
    main()
