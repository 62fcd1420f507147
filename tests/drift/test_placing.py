"""Placing: what is placed where, and what is reported instead of guessed."""

import pytest

from engine.drift.placing import Placing
from tests.drift.conftest import Read


def units(placing: Placing) -> dict[str, str]:
    return {unit.path[5:]: unit.words for unit in placing.units}


def unplaced(placing: Placing) -> list[tuple[int, str]]:
    return [(line.line, line.within[5:]) for line in placing.unplaced]


# --- Norway -------------------------------------------------------------------------------------------------------------------


def test_paragraphs_are_counted(read: Read) -> None:
    assert units(read("§ 4-3. Krav\n\nEn.\nTo.\n\nTre.")) == {"4-3": "Krav", "4-3/1": "En.", "4-3/2": "To.", "4-3/3": "Tre."}


@pytest.mark.parametrize(("line", "number"), [
    ("§ 3A-2. Krav", "3A-2"), ("§ 2 A-6. Krav", "2A-6"), ("§ 18-10 a. Krav", "18-10a"), ("§ 13. Krav", "13"), ("§ 15 a. Krav", "15a"),
    ("§ 4-3.Krav", "4-3"),
])
def test_numbers_of_sections(read: Read, line: str, number: str) -> None:
    assert units(read(f"{line}\n\nEn.")) == {number: "Krav", f"{number}/1": "En."}


def test_numbered_subsections(read: Read) -> None:
    found = units(read("§ 2-3. Krav\n\n(1) En.\n\n(2) To:\n\na) x\n\n(2a) To a.\n\n(4) Fire."))
    assert found == {"2-3": "Krav", "2-3/1": "En.", "2-3/2": "To:", "2-3/2/a": "x", "2-3/2a": "To a.", "2-3/4": "Fire."}


def test_a_number_that_cannot_come_here_is_not_believed(read: Read) -> None:
    placing = read("§ 2-3. Krav\n\n(2) To.\n\n(1) En.")
    assert units(placing)["2-3/rest"] == "(1) En."
    assert unplaced(placing) == [(5, "2-3")]


def test_lists_within_lists(read: Read) -> None:
    found = units(read("§ 1. H\n\nDet gjelder:\na) x:\n1. y\n2. z\nb) v:\ni) u\nii) t\nc) s"))
    assert found == {"1": "H", "1/1": "Det gjelder:", "1/1/a": "x:", "1/1/a/1": "y", "1/1/a/2": "z", "1/1/b": "v:", "1/1/b/i": "u",
                     "1/1/b/ii": "t", "1/1/c": "s"}


def test_the_letter_i_after_h_is_a_letter(read: Read) -> None:
    letters = "abcdefghij"
    found = units(read("§ 1. H\n\nDet gjelder:\n" + "\n".join(f"{letter}) x" for letter in letters)))
    assert [path for path in found if path.count("/") == 2] == [f"1/1/{letter}" for letter in letters]


@pytest.mark.parametrize("items", ["b) x", "a) x\nc) y", "2) x", "a) x\na) y", "1) x\n3) y"])
def test_an_item_out_of_its_row_is_not_believed(read: Read, items: str) -> None:
    placing = read(f"§ 1. H\n\nDet gjelder:\n{items}")
    lines = items.split("\n")
    assert units(placing)["1/rest"] == lines[-1]
    assert unplaced(placing) == [(3 + len(lines), "1")]


def test_a_sentence_that_begins_with_a_figure_is_no_list(read: Read) -> None:
    placing = read("§ 1. H\n\nDette er slutt.\n\n1. juli er en dag.")
    assert units(placing) == {"1": "H", "1/1": "Dette er slutt.", "1/rest": "1. juli er en dag."}


def test_an_inserted_number(read: Read) -> None:
    found = units(read("§ 1. H\n\nDet gjelder:\n1) x\n2) y\n2a) z\n2b) v\n3) u"))
    assert list(found)[2:] == ["1/1/1", "1/1/2", "1/1/2a", "1/1/2b", "1/1/3"]


def test_what_goes_on_in_lower_case_after_a_list_belongs_to_the_subsection(read: Read) -> None:
    placing = read("§ 1. H\n\nDet gjelder:\na) x,\nb) y,\n\nnår det er natt.\n\nEn annen setning.")
    assert units(placing)["1/1"] == "Det gjelder: når det er natt."
    assert units(placing)["1/2"] == "En annen setning."


def test_a_paragraph_after_a_list_is_a_subsection_and_reported_as_doubtful(read: Read) -> None:
    placing = read("§ 1. H\n\nDet gjelder:\na) x\n\nEn annen setning.")
    assert [(line.line, line.within) for line in placing.doubtful] == [(6, "no/x/1/2")]
    html = read("<h3>§ 1. H</h3><p>Det gjelder:</p><ol type=a><li>x</li></ol><p>En annen setning.</p>", html=True)
    assert html.doubtful == [] and units(html) == units(placing)


def test_a_paragraph_without_an_end_stops_the_counting(read: Read) -> None:
    placing = read("§ 1. H\n\nEn.\n\nDel paragraf\n\nTo.\n\n§ 2. I\n\nEn.")
    assert units(placing) == {"1": "H", "1/1": "En.", "1/rest": "Del paragraf To.", "2": "I", "2/1": "En."}
    assert unplaced(placing) == [(5, "1"), (7, "1")]


def test_dashes_have_no_path(read: Read) -> None:
    assert units(read("§ 1. H\n\nDet gjelder:\n– x, og\n– y."))["1/1"] == "Det gjelder: x, og y."


def test_a_sentence_on_the_line_of_the_section_is_not_taken_for_a_heading(read: Read) -> None:
    placing = read("§ 1. Loven gjelder for alle.\n\nDen gjelder også om natten.\n\n§ 2. Definisjoner mv.\n\nEn.")
    assert units(placing) == {"1/rest": "§ 1. Loven gjelder for alle. Den gjelder også om natten.", "2": "Definisjoner mv.", "2/1": "En."}


def test_numbers_that_stand_alone_on_a_line(read: Read) -> None:
    found = units(read("§ 1. H\n\n(1)\nEn:\na)\nx\nb)\ny\n(2)\nTo."))
    assert found == {"1": "H", "1/1": "En:", "1/1/a": "x", "1/1/b": "y", "1/2": "To."}


@pytest.mark.parametrize("note", [
    "0 Endret ved lov 19 juni 2031 nr. 39.", "Endret ved forskrifter 6 juni 2031 nr. 74 (i kraft 1 juli 2031), 7 mai 2032 nr. 8.",
    "Tilføyd ved lov 2 mars 2031 nr. 5.", "0 Jf. lov 3 mai 2031 nr. 4.", "Kapitlet tilføyd ved forskrift 5 mai 2031 nr. 6.",
])
def test_notes_of_amendments_are_set_aside(read: Read, note: str) -> None:
    placing = read(f"§ 1. H\n\nEn.\n\n{note}\n\nTo.")
    assert units(placing) == {"1": "H", "1/1": "En.", "1/2": "To."}
    assert [line.line for line in placing.aside["note"]] == [5]


@pytest.mark.parametrize("words", ["Endret arbeidstid skal drøftes.", "Fra samme tid oppheves forskrift 6. desember 2011 nr. 1357."])
def test_words_that_only_look_like_notes_are_the_law(read: Read, words: str) -> None:
    assert units(read(f"§ 1. H\n\n{words}"))["1/1"] == words


def test_what_stands_as_repealed_is_no_unit(read: Read) -> None:
    placing = read("§ 1. (Opphevet)\n\n§ 2. H\n\nEn:\na) x\nb) (opphevet)\nc) z\n\n§ 3. Opphevet ved lov 1 mai 2031 nr. 2.")
    assert list(units(placing)) == ["2", "2/1", "2/1/a", "2/1/c"]
    assert [line.within for line in placing.aside["repealed"]] == ["no/x/1", "no/x/2/1/b", "no/x/3"]


def test_a_section_out_of_order_is_not_placed(read: Read) -> None:
    placing = read("§ 1. H\n\nEn.\n\n§ 3. J\n\nTo.\n\n§ 2. I\n\nTre.\n\n§ 4. K\n\nFire.")
    assert list(units(placing)) == ["1", "1/1", "3", "3/1", "4", "4/1", "rest"]
    assert unplaced(placing) == [(9, "rest"), (11, "rest")]


def test_a_chapter_that_comes_again_is_a_heading(read: Read) -> None:
    found = units(read("Kapittel 1. A\n\n§ 1. H\n\nEn.\n\nKapittel 1. B\n\n§ 2. I\n\nTo."))
    assert found["kap-1"] == "A" and found["over-2"] == "Kapittel 1. B"


def test_annexes(read: Read) -> None:
    found = units(read("§ 1. H\n\nEn.\n\nVedlegg 1. Skjema\n\nDette fylles ut.\n\nA. Del\n1. x\n2. y\nB. Del\n1. z"))
    assert found == {"1": "H", "1/1": "En.", "annex-1": "Skjema Dette fylles ut.", "annex-1/A": "Del", "annex-1/A/1": "x",
                     "annex-1/A/2": "y", "annex-1/B": "Del", "annex-1/B/1": "z"}


def test_broken_lines_are_put_together(read: Read) -> None:
    text = "§ 1. H\n\nEn setning som\ngår over to linjer. Og en\nOppdiktet til.\n\nTo:\na) x\nsom går videre\nb) y"
    assert units(read(text)) == {"1": "H", "1/1": "En setning som går over to linjer. Og en Oppdiktet til.", "1/2": "To:",
                                 "1/2/a": "x som går videre", "1/2/b": "y"}


def test_a_list_of_contents_is_set_aside(read: Read) -> None:
    placing = read("Lov om noe\n\nKapittel 1. A\n§ 1. H\n§ 2. I\n\nHjemmel: noe.\n\nKapittel 1. A\n\n§ 1. H\n\nEn.\n\n§ 2. I\n\nTo.")
    assert units(placing) == {"kap-1": "A", "1": "H", "1/1": "En.", "2": "I", "2/1": "To."}
    assert [line.line for line in placing.aside["contents"]] == [3, 4, 5]
    assert [line.line for line in placing.aside["before"]] == [1, 7]


def test_an_act_with_sections_twice_is_no_list_of_contents(read: Read) -> None:
    placing = read("§ 1. H\n\nEn.\n\n§ 2. I\n\nTo.\n\n§ 1. H\n\nTre.")
    assert list(units(placing)) == ["1", "1/1", "2", "2/1", "rest"]


@pytest.mark.parametrize("list_", [
    "<ul><li><a>Kapittel 1. A</a><ul><li><a>§ 1. H</a></li><li>§ 2. I</li></ul></li></ul>",
    "<ol><li>Kapittel 1. A</li></ol><ol><li>§ 1. H</li><li>§ 2. I</li></ol>", "<p>§ 1. H</p><p>§ 2. I</p>",
])
def test_a_list_of_contents_on_a_page(read: Read, list_: str) -> None:
    placing = read(f"<h1>Lov</h1>{list_}<h2>Kapittel 1. A</h2><h3>§ 1. H</h3><p>En.</p><h3>§ 2. I</h3><p>To.</p>", html=True)
    assert units(placing) == {"kap-1": "A", "1": "H", "1/1": "En.", "2": "I", "2/1": "To."}
    assert len(placing.aside["contents"]) == list_.count("§") + list_.count("Kap")


# --- Denmark ------------------------------------------------------------------------------------------------------------------


def test_danish_subsections_and_numbers(read: Read) -> None:
    found = units(read("§ 7. Det gælder:\n1) x\n2) y\n\n§ 15 a. En.\nStk. 2. To:\n1) x:\na) y\nStk. 3. Tre.", "dk"))
    assert found == {"7": "Det gælder:", "7/nr-1": "x", "7/nr-2": "y", "15a/1": "En.", "15a/2": "To:", "15a/2/1": "x:", "15a/2/1/a": "y",
                     "15a/3": "Tre."}


def test_a_danish_paragraph_without_a_number_is_not_placed(read: Read) -> None:
    placing = read("§ 1. En.\n\nNoget andet.\n\nStk. 2. To.", "dk")
    assert units(placing) == {"1/1": "En.", "1/2": "To.", "1/rest": "Noget andet."}
    assert unplaced(placing) == [(3, "1")]


def test_danish_headings_between_sections(read: Read) -> None:
    found = units(read("Afsnit I\nOm alt\n\nKapitel 1\nOm noget\n\n§ 1. En.\n\nEt emne\n\nEt underemne\n\n§ 2. To.", "dk"))
    assert found == {"kap-1": "Om noget", "1": "En.", "over-2": "Et emne Et underemne", "2": "To."}


def test_after_the_signature_only_annexes_are_read(read: Read) -> None:
    text = ("§ 1. En.\n\nDet Opdigtede Tilsyn, den 1. maj 2031\n\nNavn\n\nLov nr. 5 af 2. maj 2031 indeholder følgende "
            "ikrafttrædelsesbestemmelse:\n\n§ 9\n\nStk. 1. Loven.\n\nBilag 2\n\nOm noget\n\nOfficielle noter\n1) Note.")
    placing = read(text, "dk")
    assert units(placing) == {"1": "En.", "annex-2": "Om noget"}
    assert [line.line for line in placing.aside["after"]] == [3, 5, 7, 9, 11, 17, 18]


def test_gathered_repealed_sections(read: Read) -> None:
    placing = read("§ 1. En.\n\n§§ 2-4. (Ophævet)\n\n§ 5. Fem.", "dk")
    assert units(placing) == {"1": "En.", "5": "Fem."}
    assert [line.line for line in placing.aside["repealed"]] == [3]


# --- HTML ---------------------------------------------------------------------------------------------------------------------


def page(body: str) -> str:
    return f"<html><body><h3>§ 1. H</h3>{body}</body></html>"


@pytest.mark.parametrize("list_", [
    "<ol type='a'><li>x</li><li>y</li></ol>", "<ol style='list-style-type: lower-alpha'><li>x<li>y</ol>",
    "<ol><li data-name='a'>x</li><li data-name='b)'>y</li></ol>", "<ol class='none'><li>a) x</li><li>b) y</li></ol>",
    "<ol type='a'><li><span>a)</span> x</li><li><span>b)</span> y</li></ol>", "<table><tr><td>a)<td>x<tr><td>b)<td>y</table>",
    "<ul><li>a) x</li><li>b) y</li></ul>", "<p>a) x</p><p>b) y</p>", "<dl><dt>a)</dt><dd>x</dd><dt>b)</dt><dd>y</dd></dl>",
])
def test_markers_come_from_the_text_or_the_list(read: Read, list_: str) -> None:
    found = units(read(page(f"<p>Det gjelder:</p>{list_}"), html=True))
    assert found == {"1": "H", "1/1": "Det gjelder:", "1/1/a": "x", "1/1/b": "y"}


def test_a_list_that_begins_elsewhere(read: Read) -> None:
    found = units(read(page("<p>Det gjelder:</p><ol><li>x</li></ol><p>a) nei</p><ol start='2'><li>y</li></ol>"), html=True))
    assert found["1/1/1"] == "x" and found["1/1/2"] == "y"


def test_what_no_reader_sees_is_not_read(read: Read) -> None:
    body = ("<script>§ 2. Nei</script><nav><p>Nei.</p></nav><p hidden>Nei.</p><div aria-hidden=true><p>Nei.</p></div>"
            "<p style='display: none'>Nei.</p><button>Nei.</button><!-- Nei. --><p>Ja.</p>")
    assert units(read(page(body), html=True)) == {"1": "H", "1/1": "Ja."}


def test_words_after_a_list_in_the_same_element_belong_to_the_subsection(read: Read) -> None:
    found = units(read(page("<article>Det gjelder:<ol type=a><li>x</li></ol>Dette også.</article><article>To.</article>"), html=True))
    assert found == {"1": "H", "1/1": "Det gjelder: Dette også.", "1/1/a": "x", "1/2": "To."}


def test_words_after_a_list_in_an_element_of_many_paragraphs_are_not_placed(read: Read) -> None:
    placing = read(page("<div>Det gjelder:<ol type=a><li>x</li></ol>Dette også.</div>"), html=True)
    assert units(placing)["1/rest"] == "Dette også."


def test_a_second_paragraph_of_an_item_belongs_to_it(read: Read) -> None:
    body = "<p>Det gjelder:</p><ol type=a><li><p>x.</p><ol><li>y</li></ol><p>Dette også.</p></li><li>z</li></ol>"
    found = units(read(page(body), html=True))
    assert found == {"1": "H", "1/1": "Det gjelder:", "1/1/a": "x. Dette også.", "1/1/a/1": "y", "1/1/b": "z"}


def test_a_broken_line_is_not_counted_and_two_are_a_paragraph(read: Read) -> None:
    placing = read(page("<p>En,<br>og mer.</p><p>To.<br>Tre.</p>"), html=True)
    assert units(placing) == {"1": "H", "1/1": "En, og mer.", "1/2": "To.", "1/rest": "Tre."}
    assert units(read(page("<p>En.<br><br>To.</p>"), html=True)) == {"1": "H", "1/1": "En.", "1/2": "To."}


@pytest.mark.parametrize(("words", "said", "marks"), [
    ("En<sup><a href='#f'>1</a></sup>.", "En.", 1), ("En<sup>1)</sup>.", "En.", 1), ("En<a class='footnote'>2</a>.", "En.", 1),
    ("En<sup>*</sup>.", "En.", 1), ("10 m<sup>2</sup>.", "10 m2.", 0), ("Den 1<sup>te</sup>.", "Den 1te.", 0),
    ("En <span class='note'>lang merknad</span>.", "En lang merknad.", 0),
])
def test_marks_of_footnotes_are_taken_out_and_other_raised_words_stay(read: Read, words: str, said: str, marks: int) -> None:
    placing = read(page(f"<p>{words}</p>"), html=True)
    assert units(placing)["1/1"] == said
    assert len(placing.aside["mark"]) == marks


def test_notes_are_known_by_their_class(read: Read) -> None:
    body = "<p>En.</p><span class='endringsnote'>Se lov.</span><div class='footnotes'><p>1 Se lov.</p><p>2 Og lov.</p></div><p>To.</p>"
    placing = read(page(body), html=True)
    assert units(placing) == {"1": "H", "1/1": "En.", "1/2": "To."}
    assert len(placing.aside["note"]) == 3


def test_tables_of_figures_are_compared_with_their_section(read: Read) -> None:
    placing = read(page("<p>En.</p><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2.</td></tr></table><p>To.</p>"), html=True)
    assert units(placing) == {"1": "H", "1/1": "En.", "1/2": "To.", "1/rest": "a b 1 2."}


def test_the_line_of_a_unit_is_where_its_words_begin(read: Read) -> None:
    placing = read("<html>\n<body>\n<h3>\n  § 1. H</h3>\n<p\n>\nEn.</p>", html=True)
    assert [(unit.path, unit.line) for unit in placing.units] == [("no/x/1", 4), ("no/x/1/1", 7)]
