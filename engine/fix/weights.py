"""The weights file of a fix: how much each kind of act counts."""

from collections.abc import Mapping
from pathlib import Path

from engine.case.log import Log
from engine.case.yaml_tree import Leaf, Pairs, parse
from engine.errors import BadInputError, Problem
from engine.os_words import why
from engine.text import Text
from engine.vocabulary.model import Vocabulary

STATEMENT = "statement"  # an act that is recorded as an answer about an entry that is there
MOST = 1000
NOT_WEIGHTS = Text(
    "filen skal ha ett vekttall for hvert register, som «training: 3»",
    "filen skal have ét vægttal for hvert register, som »training: 3«",
    "the file is to have one weight for each register, such as “training: 3”",
)
NO_SUCH = Text(
    "«{given}» er ikke noe en handling kan føres i; dette kan veies: {known}",
    "»{given}« er ikke noget, en handling kan føres i; dette kan vejes: {known}",
    "“{given}” is nothing that an act can be recorded in; these can be weighed: {known}",
)
NOT_A_WEIGHT = Text(
    "vekten «{given}» er ikke et helt tall fra 1 til {most}",
    "vægten »{given}« er ikke et helt tal fra 1 til {most}",
    "the weight “{given}” is no whole number from 1 to {most}",
)


def weights(file: Path, vocabulary: Vocabulary) -> Mapping[str, int]:
    """Read a weights file: by class of the act (empty for statements), what it counts. Raises BadInputError with everything wrong."""
    known = {cls.register or "": cls.id for cls in vocabulary.classes.values() if cls.proposable} | {STATEMENT: ""}
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise BadInputError([Problem(str(file), 0, 0, "unreadable", why(error))]) from error
    except UnicodeDecodeError as error:
        raise BadInputError([Problem(str(file), 0, 0, "not-utf-8", NOT_WEIGHTS)]) from error
    root = parse(text, log := Log(str(file)))
    problems, found = sorted(log.problems.values()), dict[str, int]()
    if not problems and not isinstance(root, Pairs):
        problems.append(Problem(str(file), 1, 1, "not-weights", NOT_WEIGHTS))
    for key, (mark, node) in root.pairs.items() if isinstance(root, Pairs) else ():
        given = node.text.strip() if isinstance(node, Leaf) else ""
        line, column = mark.mark.line, mark.mark.column
        if key not in known:
            what = NO_SUCH.format(given=key, known=", ".join(sorted(known)))
            problems.append(Problem(str(file), line, column, "unknown-register", what))
        elif not (given.isascii() and given.isdigit() and 1 <= int(given) <= MOST):
            problems.append(Problem(str(file), line, column, "not-a-weight", NOT_A_WEIGHT.format(given=given, most=str(MOST))))
        else:
            found[known[key]] = int(given)
    if problems:
        raise BadInputError(problems)
    return found
