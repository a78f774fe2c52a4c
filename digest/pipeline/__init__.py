"""The conductor: ingest, build, deliver. It alone knows all the rooms, and every decision takes ``now`` as a parameter.

``ingest`` reads what is new in the watched folders, ``build`` closes a period and saves its edition with one queued
delivery for each reader, ``deliver`` hands the due deliveries to a transport, and ``job`` does the three in order. Each
may be killed at any point and run again: what was done is in the store before it shows outside.
"""

from digest.pipeline.build import Built, Written, preview, write_html
from digest.pipeline.deliver import Report, deliver
from digest.pipeline.filter import Searchable, match, searchable
from digest.pipeline.ingest import ingest
from digest.pipeline.job import Done, Watch, by_hand, on_schedule
from digest.pipeline.live import Live
from digest.pipeline.outfit import make_sender, make_transport
from digest.pipeline.translation import make_chain, make_engines

__all__ = [
    "Built",
    "Done",
    "Live",
    "Report",
    "Searchable",
    "Watch",
    "Written",
    "by_hand",
    "deliver",
    "ingest",
    "make_chain",
    "make_engines",
    "make_sender",
    "make_transport",
    "match",
    "on_schedule",
    "preview",
    "searchable",
    "write_html",
]
