import pandas as pd

from pages.view.markup import linked
from pages.view.tables import csv_sv, html_table


def test_a_table_can_be_walked_through_and_reached_by_keyboard() -> None:
    html = html_table(pd.DataFrame({"Period": ["2017"], "Antal": ["308"]}), caption="Brott", numeric=("Antal",))

    assert '<th scope="col" class="lk-num">Antal</th>' in html
    assert '<th scope="row" class="lk-short">2017</th>' in html
    assert "<caption>Brott</caption>" in html
    assert 'tabindex="0"' in html


def test_text_from_data_is_escaped() -> None:
    html = html_table(pd.DataFrame({"<i>": ["<script>x</script>", '"']}), caption="<b>")

    assert "<script>" not in html
    assert "<b>" not in html
    assert "<i>" not in html


def test_a_swedish_spreadsheet_opens_the_file_without_questions() -> None:
    frame = pd.DataFrame(
        {"datum": pd.to_datetime(["2017-03-31", None]), "timmar": [4.5, None], "nollrapport": [True, False]}
    )

    written = csv_sv(frame)

    assert written.startswith(b"\xef\xbb\xbf")
    assert written.decode("utf-8-sig").splitlines() == ["datum;timmar;nollrapport", "2017-03-31;4,5;ja", ";;nej"]


def test_no_cell_is_run_as_a_formula() -> None:
    written = csv_sv(pd.DataFrame({"anteckning": ["=1+1", "@x", "-a", "vanlig"], "tal": [-1, 0, 1, 2]}))

    assert written.decode("utf-8-sig").splitlines()[1:] == ["'=1+1;-1", "'@x;0", "'-a;1", "vanlig;2"]


def test_addresses_can_be_followed_and_nothing_else() -> None:
    assert linked("Se https://polisen.se/a?b=1&c=2.").startswith('Se <a href="https://polisen.se/a?b=1&amp;c=2"')
    assert "href" not in linked("javascript:alert(1)")
    assert "<b>" not in linked("<b> https://x.se/<b>")
