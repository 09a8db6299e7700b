import sys

from assistant.progress import embedding, watched


class Terminal:
    def __init__(self):
        self.said = ""

    def write(self, text):
        self.said += text

    def flush(self):
        pass

    def isatty(self):
        return True


def test_what_is_watched_is_unchanged():
    assert list(watched(iter("abc"), 3, "letters")) == ["a", "b", "c"]


def test_nothing_is_said_where_nobody_looks(capsys):
    with embedding("ruling.txt") as progress:
        progress(1, 2)
    assert capsys.readouterr().err == ""


def test_who_looks_sees_how_far_it_is(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("assistant.progress._DELAY", 0)
    with embedding("ruling.txt") as progress:
        progress(2, 4)
        progress(4, 4)
    assert "ruling.txt" in terminal.said
