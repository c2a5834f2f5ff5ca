"""SQL lives in .sql files; this reads them."""

from importlib.resources import files


def read(stage: str, name: str) -> str:
    """The text of sql/<stage>/<name>.sql."""
    return files(__package__).joinpath(stage, f"{name}.sql").read_text(encoding="utf-8")


def names(stage: str) -> list[str]:
    """Names of the .sql files of a stage, in alphabetical order."""
    return sorted(
        entry.name.removesuffix(".sql")
        for entry in files(__package__).joinpath(stage).iterdir()
        if entry.name.endswith(".sql")
    )
