"""Every table that people hand in."""

from etl.contract.model import Table
from etl.contract.tables import agreements, feedback, forums, goals, places, statistics, surveys, work

ALL: tuple[Table, ...] = (
    *agreements.TABLES,
    *work.TABLES,
    *goals.TABLES,
    *surveys.TABLES,
    *statistics.TABLES,
    *places.TABLES,
    *forums.TABLES,
    *feedback.TABLES,
)
