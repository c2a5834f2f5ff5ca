import pytest

from etl.errors import SourceError
from etl.extract import text_encoding
from etl.extract.text_encoding import decode, detect

SWEDISH = "område;antal\nÖrebro;1\nSkadegörelse på Ängsgatan;2\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("cp1252", "latin-1"),
        ("latin-1", "latin-1"),
    ],
)
def test_reads_common_encodings(encoding, name, tmp_path):
    data = SWEDISH.encode(encoding)
    assert decode(data, file="f.csv") == (SWEDISH, name)
    path = tmp_path / "f.csv"
    path.write_bytes(data)
    assert detect(path) == name


def test_cp1252_punctuation_is_named_cp1252():
    assert decode("löfte – ”trygg”".encode("cp1252"), file="f") == ("löfte – ”trygg”", "cp1252")


def test_pure_ascii_is_utf8():
    assert decode(b"a;b\n1;2\n", file="f") == ("a;b\n1;2\n", "utf-8")


def test_southern_slavic_names_are_not_taken_for_mac_text():
    assert decode("Dušan vid ån".encode("cp1252"), file="f")[1] == "cp1252"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "tom"),
        (b"a;b\n1;\x00\n", "NUL"),
        ("område;antal".encode("utf-16-le"), "NUL"),
        ("Skadegörelse på område".encode("cp850"), "DOS"),
        ("Skadegörelse på område".encode("mac-roman"), "DOS"),
        ("Åmål och Ängelholm".encode("cp850"), "känns inte igen"),
        ("på område".encode().decode("cp1252").encode("utf-8"), "två gånger"),
        ("omr\ufffdde".encode(), "gått förlorade"),
        ("på ".encode() + "område".encode("latin-1"), "blandar"),
        (b"\xef\xbb\xbf" + "område".encode("latin-1"), "blandar"),
        (b"\xff\xfea", "avhuggen"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04rest", "zip"),
    ],
)
def test_refuses_what_cannot_be_read_with_certainty(data, word):
    with pytest.raises(SourceError, match=word):
        decode(data, file="fil.csv")


def test_says_on_which_line():
    data = b"a\nb\n" + "Skadegörelse".encode("cp850")
    with pytest.raises(SourceError, match=r"fil\.csv, rad 3"):
        decode(data, file="fil.csv")


def test_patterns_on_a_block_border_are_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(text_encoding, "BLOCK_SIZE", 5)
    path = tmp_path / "f.csv"
    path.write_bytes("a\nSkadegörelse på område".encode("cp850"))
    with pytest.raises(SourceError, match="rad 2"):
        detect(path)
    path.write_bytes("åäö åäö åäö ååååå\n".encode())
    assert detect(path) == "utf-8"
    path.write_bytes("abc på område, sågs".encode().decode("cp1252").encode("utf-8"))
    with pytest.raises(SourceError, match="två gånger"):
        detect(path)
