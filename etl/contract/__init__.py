"""The contract: the tables that people hand in. One definition drives template, checks, errors and dictionary."""

from etl.contract.model import Column, Kind, Table
from etl.contract.tables import ALL

TABLES: dict[str, Table] = {table.name: table for table in ALL}

__all__ = ["TABLES", "Column", "Kind", "Table"]
