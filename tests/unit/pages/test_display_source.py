import pytest

from pages.view.display_source import brief_source


@pytest.mark.parametrize(
    ("source", "brief"),
    [
        ("Brå, anmälda brott; SCB, folkmängd", "Brå, anmälda brott; SCB, folkmängd"),
        ("https://www.haninge.se/aktuellt/2023/a-b/", "haninge.se"),
        ("http://svedala.lokaltidningen.se/x; https://svedala.lokaltidningen.se/y", "svedala.lokaltidningen.se"),
        ("Rapport, https://www.svedala.se/a?b=c d", "Rapport, svedala.se d"),
        ("", ""),
    ],
)
def test_a_source_is_short_enough_to_read_from_afar(source: str, brief: str) -> None:
    assert brief_source(source) == brief
