"""The law as a book: a static site with the law base, the rules as sentences, the scenarios, and links both ways."""
