"""Settings from config.yaml and the environment.

``find`` tells which file is read, ``load`` reads it or raises ConfigError with every problem at its line, ``problems``
lists them for ``digest check``.
"""

from digest.config.loader import find, load, problems, read
from digest.config.problem import Problem, Severity
from digest.config.settings import Settings
from digest.config.values import Mailbox

__all__ = ["Mailbox", "Problem", "Settings", "Severity", "find", "load", "problems", "read"]
