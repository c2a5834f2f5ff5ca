"""The simulation draws what it says, and the benchmark of goals judges what it says."""

from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks import simulate_rule
from tests.benchmarks.big_register import promises
from tests.benchmarks.many_goals import INDICATORS, write_goals
from tests.benchmarks.simulate_rule import PHI, TAU, Cell, draw_months, share_met
from tests.unit.demo.reading import read_folder

TWENTY = Cell(per_month=20, ratio=0.5)


def test_months_vary_as_the_method_says() -> None:
    """Within a year φ times the mean; between years τ; and the last year has changed."""
    months = draw_months(np.random.default_rng(1), TWENTY, 20_000).astype(float)
    assert months.shape == (20_000, 48)
    before, after = months[:, :36].reshape(-1, 12), months[:, 36:]
    assert before.mean() == pytest.approx(20, rel=0.01)
    assert after.mean() == pytest.approx(10, rel=0.01)
    assert before.var(axis=1, ddof=1).mean() == pytest.approx(PHI * 20, rel=0.02)
    between = before.mean(axis=1).var() - PHI * 20 / 12
    assert np.sqrt(between) / 20 == pytest.approx(TAU, rel=0.05)


def test_the_same_seed_gives_the_same_share() -> None:
    shares = [share_met(TWENTY, 200, seed=7) for _ in range(2)]
    assert shares[0] == shares[1]
    assert shares[0] > 0.8


def test_nothing_changed_is_seldom_called_met() -> None:
    assert share_met(Cell(per_month=20, ratio=1.0), 1000, seed=8) <= simulate_rule.MOST_FALSE


@pytest.mark.parametrize(("most", "code"), [(0.5, 0), (-0.01, 1)])
def test_a_dishonest_rule_ends_with_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], most: float, code: int
) -> None:
    monkeypatch.setattr("sys.argv", ["simulate_rule.py", "--runs", "20"])
    monkeypatch.setattr(simulate_rule, "MOST_FALSE", most)
    assert simulate_rule.main() == code
    assert "metoden anger 63%" in capsys.readouterr().out


def test_every_promise_gets_ten_goals(tmp_path: Path) -> None:
    columns = promises(["0114", "0115"])
    lines = [";".join(columns), *(";".join(row) for row in zip(*columns.values(), strict=True))]
    (tmp_path / "loften.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert write_goals(tmp_path) == 20
    goals = read_folder(tmp_path)["mal"]
    assert [row["indikator"] for row in goals[:10]] == list(INDICATORS)
    assert {row["riktning"] for row in goals} == {"öka", "minska"}
    assert len({row["mål_id"] for row in goals}) == 20
