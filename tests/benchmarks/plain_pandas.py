"""What a competent analyst would write with pandas: read, check, aggregate, save.

    python tests/benchmarks/plain_pandas.py FOLDER OUT

Rows that fail a check are set aside in `rejects.parquet` with table, row and reason; the rest is aggregated
into `crime.parquet`, `survey.parquet` and `hours.parquet`.
"""

import sys
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
CRIME_KEY = ["kommun", "område", "brottstyp", "period", "definition"]


def read(folder: Path, table: str) -> pd.DataFrame:
    """Everything as text, so that a bad cell is found and not guessed; the fastest engine pandas has."""
    return pd.read_csv(folder / f"{table}.csv", sep=";", dtype="str", engine="pyarrow")


class Checks:
    """Collects the faults of one table at a time."""

    def __init__(self, codes: set[str]) -> None:
        self.codes = codes
        self.found: list[pd.DataFrame] = []

    def clean(self, frame: pd.DataFrame, table: str, faults: dict[str, pd.Series]) -> pd.DataFrame:
        """The rows without any of the faults (reason -> True where the row has it)."""
        bad = pd.Series(False, index=frame.index)
        for reason, rows in faults.items():
            if rows.any():
                places = frame.index[rows] + 2
                self.found.append(pd.DataFrame({"table": table, "row": places, "reason": reason}))
                bad |= rows
        return frame[~bad] if bad.any() else frame

    def unknown(self, codes: pd.Series) -> pd.Series:
        return ~codes.isin(self.codes)

    def rejects(self) -> pd.DataFrame:
        empty = pd.DataFrame({"table": [], "row": [], "reason": []})
        return pd.concat(self.found, ignore_index=True) if self.found else empty


def numbers(text: pd.Series) -> pd.Series:
    """Decimal comma to float; what is no number becomes missing."""
    return pd.to_numeric(text.str.replace(",", ".", regex=False), errors="coerce")


def crime(folder: Path, checks: Checks) -> pd.DataFrame:
    """Yearly sums per municipality and type with rates per 100 000 of the mean population."""
    areas = set(read(folder, "omraden")["område_id"])
    rows = read(folder, "brott")
    rows["count"] = numbers(rows["antal"])
    rows = checks.clean(
        rows,
        "brott",
        {
            "required": rows[["kommun", "brottstyp", "period", "antal"]].isna().any(axis=1),
            "type": rows["count"].isna() & rows["antal"].notna(),
            "negative": rows["count"] < 0,
            "period": ~rows["period"].str.fullmatch(r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])").fillna(False),
            "duplicate": rows.duplicated(CRIME_KEY, keep="first"),
            "municipality": checks.unknown(rows["kommun"]),
            "area": rows["område"].notna() & ~rows["område"].isin(areas),
        },
    )
    people = read(folder, "folkmangd")
    people["count"], people["year"] = numbers(people["antal"]), numbers(people["år"])
    people = checks.clean(
        people,
        "folkmangd",
        {
            "required": people[["kommun", "år", "antal"]].isna().any(axis=1),
            "negative": people["count"] < 0,
            "duplicate": people.duplicated(["kommun", "område", "år"]),
            "municipality": checks.unknown(people["kommun"]),
        },
    )
    whole = rows[rows["område"].isna()].assign(year=rows["period"].str[:4].astype("int64"))
    yearly = whole.groupby(["kommun", "brottstyp", "year"], as_index=False)["count"].sum()
    ends = people.loc[people["område"].isna(), ["kommun", "year", "count"]]
    ends = ends.rename(columns={"count": "end"}).assign(year=lambda f: f["year"].astype("int64"))
    starts = ends.assign(year=ends["year"] + 1).rename(columns={"end": "start"})
    means = ends.merge(starts, on=["kommun", "year"])
    yearly = yearly.merge(means, on=["kommun", "year"], how="left")
    yearly["rate"] = yearly["count"] * 100_000 / ((yearly["start"] + yearly["end"]) / 2)
    return yearly[["kommun", "brottstyp", "year", "count", "rate"]]


def survey(folder: Path, checks: Checks) -> pd.DataFrame:
    """Weighted share of counted answers per municipality, wave, question and sex."""
    waves = read(folder, "enkater").set_index("enkät_id")
    questions = read(folder, "enkat_fragor").set_index("fråga")["bra svar"].str.split(";")
    rows = read(folder, "enkat_svar")
    rows["weight"] = numbers(rows["vikt"])
    rows = checks.clean(
        rows,
        "enkat_svar",
        {
            "required": rows[["enkät_id", "svar_id"]].isna().any(axis=1),
            "type": rows["weight"].isna() & rows["vikt"].notna(),
            "negative": rows["weight"] < 0,
            "duplicate": rows.duplicated(["enkät_id", "svar_id"]),
            "survey": ~rows["enkät_id"].isin(waves.index),
            "gender": rows["kön"].notna() & ~rows["kön"].isin(["kvinna", "man", "annat"]),
        },
    )
    shares = []
    for question, counted in zip(questions.index.astype(str), questions, strict=True):
        given = rows.loc[rows[question].notna(), ["enkät_id", "kön", "weight", question]]
        given["good"] = given["weight"] * given[question].isin(counted)
        sums = given.groupby(["enkät_id", "kön"], as_index=False).agg(
            weight=("weight", "sum"), good=("good", "sum"), answers=("weight", "size")
        )
        shares.append(sums.assign(question=question, share=sums["good"] / sums["weight"]))
    return pd.concat(shares, ignore_index=True).join(waves[["kommun", "omgång"]], on="enkät_id")


def hours(folder: Path, checks: Checks) -> pd.DataFrame:
    """Hours and occasions per commitment, beside what was promised."""
    promised = read(folder, "ataganden").set_index("åtagande_id")
    rows = read(folder, "aktiviteter")
    rows["hours"] = numbers(rows["timmar"])
    rows["day"] = pd.to_datetime(rows["datum"], format="%Y-%m-%d", errors="coerce")
    rows = checks.clean(
        rows,
        "aktiviteter",
        {
            "required": rows[["datum", "aktivitet"]].isna().any(axis=1),
            "type": rows["hours"].isna() & rows["timmar"].notna(),
            "date": rows["day"].isna() & rows["datum"].notna(),
            "negative": rows["hours"] < 0,
            "municipality": checks.unknown(rows["kommun"]),
            "commitment": rows["åtagande_id"].notna() & ~rows["åtagande_id"].isin(promised.index),
        },
    )
    done = rows.groupby("åtagande_id").agg(hours=("hours", "sum"), occasions=("hours", "size"), last=("day", "max"))
    return promised[["löfte_id", "typ", "mål"]].join(done).reset_index()


def run(folder: Path, out: Path) -> None:
    """Reads `folder`, writes four parquet files into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    codes = pd.read_csv(ROOT / "data" / "reference" / "kommuner.csv", sep=";", dtype="str").iloc[:, 0]
    checks = Checks(set(codes))
    crime(folder, checks).to_parquet(out / "crime.parquet")
    survey(folder, checks).to_parquet(out / "survey.parquet")
    hours(folder, checks).to_parquet(out / "hours.parquet")
    checks.rejects().to_parquet(out / "rejects.parquet")


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
