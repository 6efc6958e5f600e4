"""English words put into the form of another: enough for the words of the synonym and antonym tables."""

_IRREGULAR = """
begin began begun; break broke broken; build built built; buy bought bought; choose chose chosen; come came come;
cut cut cut; deal dealt dealt; do did done; drive drove driven; fall fell fallen; fight fought fought; find found
found; flee fled fled; forbid forbade forbidden; get got got; give gave given; go went gone; grow grew grown; have
had had; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; lead led led; leave left
left; lose lost lost; make made made; mean meant meant; meet met met; pay paid paid; quit quit quit; rise rose
risen; say said said; seek sought sought; sell sold sold; send sent sent; shoot shot shot; show showed shown;
shrink shrank shrunk; shut shut shut; sink sank sunk; slay slew slain; spend spent spent; stand stood stood; strike
struck struck; take took taken; think thought thought; win won won; withdraw withdrew withdrawn; overcome overcame
overcome; bear bore borne; beat beat beaten; become became become; speak spoke spoken; tell told told; understand
understood understood; write wrote written; know knew known
"""
_FORMS = {base: (past, part) for base, past, part in (entry.split() for entry in _IRREGULAR.split(";"))}
_DOUBLED = {
    "stop",
    "drop",
    "ban",
    "bar",
    "plan",
    "commit",
    "permit",
    "admit",
    "expel",
    "scrap",
    "tip",
    "refer",
    "regret",
    "grip",
    "strip",
    "pin",
}


def inflect(lemma: str, tag: str) -> str:
    """The word in the form that a Penn Treebank tag names; unchanged for a tag without an ending."""
    if tag in {"VBD", "VBN"}:
        if lemma in _FORMS:
            return _FORMS[lemma][tag == "VBN"]
        return _joined(lemma, "ed")
    if tag == "VBG":
        return _joined(lemma, "ing")
    return _plural(lemma) if tag in {"VBZ", "NNS"} else lemma


def _joined(lemma: str, ending: str) -> str:
    if lemma in _DOUBLED:
        return lemma + lemma[-1] + ending
    if lemma.endswith("e") and not (ending == "ing" and lemma.endswith(("ee", "ye", "oe", "ie"))):
        return lemma[:-1] + ending
    if ending == "ed" and lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma[:-2] + "ying" if lemma.endswith("ie") and ending == "ing" else lemma + ending


def _plural(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in {"a", "e", "o", "u"}:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) or lemma in {"go", "do"} else "s")
