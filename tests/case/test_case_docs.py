"""docs/case-file.md: its samples read, and its tables are those of the reader."""

import os
import re
from pathlib import Path

import pytest

from engine.case.reader import read_data
from engine.case.reference import reference
from engine.vocabulary.model import Vocabulary

PAGE = Path(__file__).resolve().parents[2] / "docs" / "case-file.md"
MARK = "<!-- fields -->\n"
SAMPLES = re.findall("```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
WHOLE = next(sample for sample in SAMPLES if sample.startswith("forsvarlig:"))


@pytest.mark.parametrize("sample", SAMPLES)
def test_sample(sample: str, vocabulary: Vocabulary) -> None:
    text = sample if sample.startswith("forsvarlig:") else WHOLE + sample
    assert read_data(text.encode(), "case.yaml", vocabulary)[1] == []


def test_all_samples_together(vocabulary: Vocabulary) -> None:
    text = WHOLE + "".join(sample for sample in SAMPLES if sample is not WHOLE)
    assert len(read_data(text.encode(), "case.yaml", vocabulary)[0].answers) == 4


def test_tables(vocabulary: Vocabulary) -> None:
    page, tables = PAGE.read_text(encoding="utf-8"), reference(vocabulary)
    if os.environ.get("FORSVARLIG_UPDATE"):
        page = page[: page.index(MARK)] + MARK + tables
        PAGE.write_text(page, encoding="utf-8")
    assert page[page.index(MARK) + len(MARK) :] == tables
