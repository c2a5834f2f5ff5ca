"""What finds English words finds Streamlit's own; and what comes and goes is Swedish too."""

from tests.browser.conftest import Open, settled
from tests.browser.looking import ENGLISH, english


def test_the_list_would_find_what_streamlit_says_by_itself() -> None:
    for words in ("Skip to main content", "5 options available.", "Close fullscreen", "Streamlit server is not"):
        assert ENGLISH.search(words)
    for words in ("Visa tabell", "Öppna data", "öppnades i maj", "E-postadress", "kommun-och-polis"):
        assert not ENGLISH.search(words)


def test_lost_contact_is_told_in_swedish(visit: Open) -> None:
    page = visit("/?kommun=9999")
    page.evaluate(
        "() => { const say = document.createElement('p');"
        " say.textContent = 'Streamlit server is not responding. Are you connected to the internet?';"
        " document.body.append(say); }"
    )
    page.get_by_text("Servern svarar inte.").wait_for()
    settled(page)

    assert english(page) == []
