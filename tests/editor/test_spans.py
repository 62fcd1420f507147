"""Places and changes: offsets and back, with every kind of line end and characters of every width."""

from hypothesis import given
from hypothesis import strategies as st

from engine.editor.formatting import line_edits
from engine.editor.spans import Edit, Offsets, Span, apply, lines_of, on_line

TEXTS = st.text(st.sampled_from("aå🙂 \n\r«»"), max_size=40)


@given(TEXTS, st.data())
def test_an_offset_becomes_a_place_and_the_place_that_offset(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    if text[start - 1 : start + 1] == "\r\n":
        return  # between the two halves of a line end there is no place
    offsets = Offsets(text)
    span = offsets.span("f", start, start)
    assert offsets.offset(span.line, span.column) == start
    assert lines_of(text)[span.line - 1][: span.column - 1] == text[:start].replace("\r\n", "\n").replace("\r", "\n").rpartition("\n")[2]


def test_changes_are_made_whatever_their_order_and_leave_the_rest() -> None:
    text = "en\r\nto 🙂 to\rtre\n"
    edits = [Edit(on_line("f", 3, 1, 3), "TRE"), Edit(on_line("f", 2, 6, 2), "TO"), Edit(on_line("f", 1, 3, 0), "!")]
    assert apply(text, edits) == apply(text, edits[::-1]) == "en!\r\nto 🙂 TO\rTRE\n"


def test_a_change_may_reach_over_lines_and_beyond_the_last() -> None:
    assert apply("a\nb\nc", [Edit(Span("f", 1, 2, 3, 1), "-")]) == "a-c"
    assert apply("a\nb", [Edit(Span("f", 2, 1, 3, 1), "")]) == "a\n"


def test_a_span_holds_the_cursor_right_behind_it_and_its_quotes_if_asked() -> None:
    span = on_line("f", 4, 5, 3)
    assert [span.holds(4, column) for column in (4, 5, 8, 9)] == [False, True, True, False]
    assert span.holds(4, 4, margin=1) and span.holds(4, 9, margin=1) and not span.holds(3, 5)


@given(TEXTS, TEXTS)
def test_line_edits_make_one_text_the_other(old: str, new: str) -> None:
    wanted = new.replace("\r\n", "\n").replace("\r", "\n")
    made = apply(old, line_edits("f", old, wanted))
    assert lines_of(made) == lines_of(wanted)


def test_line_edits_leave_equal_lines_and_keep_the_line_ends() -> None:
    old = "a\r\nb\r\nc\r\n"
    edits = line_edits("f", old, "a\nB\nc\n")
    assert edits == [Edit(Span("f", 2, 1, 3, 1), "B\r\n")]
    assert apply(old, edits) == "a\r\nB\r\nc\r\n"
