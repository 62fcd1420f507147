"""The words that conditions are joined with when they are laid out as lists, in three languages.

What a whole line must hold stands before a colon; what it asks for stands in the list beneath.
"""

from engine.text import Text

THERE_IS = Text("det finnes {what}", "der findes {what}", "there is {what}")
THERE_ARE = Text("det finnes minst {n} {what}", "der findes mindst {n} {what}", "there are at least {n} {what}")
THERE_ARE_NOT = Text("det finnes ikke {n} {what}", "der findes ikke {n} {what}", "there are not {n} {what}")
WHICH = Text("som", "som", "that")  # at the end of a line, before a list of what is said of the thing
EACH_OF_WHICH = Text("som", "som", "each of which")
WHERE_ALL = Text("der alt dette gjelder", "hvor alt dette gælder", "where all of this holds")
WHERE = Text("der", "hvor", "where")

FOR_EVERY = Text("for hver {what}", "for hver {what}", "for each {what}")
FOR_EVERY_NEUTER = Text("for hvert {what}", "for hvert {what}", "for each {what}")
EVERY = Text("hver {what}", "hver {what}", "each {what}")
EVERY_NEUTER = Text("hvert {what}", "hvert {what}", "each {what}")
HOLDS = Text("gjelder dette", "gælder følgende", "this holds")
ONE_HOLDS = Text("gjelder minst ett av dette", "gælder mindst ét af følgende", "at least one of these holds")

ITEM = Text("punktet", "punktet", "the item")
EACH_ITEM = Text(
    "for hvert punkt i {list} gjelder dette", "for hvert punkt i {list} gælder følgende", "for each item of {list}, this holds"
)
SOME_ITEM = Text(
    "for minst ett punkt i {list} gjelder dette",
    "for mindst ét punkt i {list} gælder følgende",
    "for at least one item of {list}, this holds",
)
SOME_ITEM_NOT_ALL = Text(
    "for minst ett punkt i {list} gjelder ikke alt dette",
    "for mindst ét punkt i {list} gælder ikke alt dette",
    "for at least one item of {list}, not all of this holds",
)
AT_LEAST_ONE = Text("minst ett av dette gjelder", "mindst ét af følgende gælder", "at least one of these holds")
AT_LEAST = Text("minst {n} av dette gjelder", "mindst {n} af følgende gælder", "at least {n} of these hold")
NONE = Text("ingenting av dette gjelder", "intet af følgende gælder", "none of these holds")
FEWER = Text("færre enn {n} av dette gjelder", "færre end {n} af følgende gælder", "fewer than {n} of these hold")
ALL = Text("alt dette gjelder", "alt dette gælder", "all of this holds")
NOT_ALL = Text("ikke alt dette gjelder", "ikke alt dette gælder", "not all of this holds")
NOT_SO = Text("dette gjelder ikke", "følgende gælder ikke", "this does not hold")
IF = Text("hvis {test}, gjelder dette", "hvis {test}, gælder følgende", "if {test}, this holds")
IF_ALL = Text("hvis alt dette gjelder", "hvis alt dette gælder", "if all of this holds")
THEN = Text("så gjelder også dette", "så gælder også følgende", "then this holds too")
