"""What is spelled like a state and is none: languages, verbs, words in capitals, people, companies and clubs."""

from spacy.tokens import Doc, Span

from analysis.entities.context import after, before, is_capitalised
from analysis.entities.vocabulary import words
from analysis.gazetteer.words import normalise
from analysis.recognised import entity_at

_MIN_HEADLINE_WORDS = 4


def embedding_end(doc: Doc, span: Span) -> int | None:
    """Where the organisation's name ends that a state's or city's name begins; None when it begins none."""
    if is_in_title_case(span):
        return None
    end, has_head = span.end, False
    for token in after(doc, span.end, 10):
        is_link = token.lower_ in {"of", "for", "and", "&", "the"}
        if is_link and end > span.end:
            continue
        if not is_capitalised(token) or token.i > end + 2:
            break
        if token.i > end and doc[end].lower_ == "and" and has_head:
            break
        end = token.i + 1
        has_head = has_head or token.lower_ in words("outside_bodies")
    return end if has_head else None


def is_in_title_case(span: Span) -> bool:
    """Whether a headline capitalises every word, so that capitals tell nothing of where a name ends."""
    content = [token for token in span.sent if token.is_alpha and len(token) > 3]
    return len(content) >= _MIN_HEADLINE_WORDS and all(token.text[0].isupper() for token in content)


def is_shouted_word(span: Span, text: str) -> bool:
    """An English word in a headline of capitals: WHO, ICE, AU."""
    return (
        text.isupper() and len(text) <= 4 and span.sent.text.isupper() and text.lower() in words("words_like_acronyms")
    )


def is_verb(span: Span) -> bool:
    """`Polish the table`: no adjective stands before an article."""
    following = after(span.doc, span.end)
    return bool(span.root.is_sent_start) and bool(following) and following[0].pos_ == "DET"


def is_language(span: Span) -> bool:
    """A demonym that names a language: speaks Russian, in English, French-speaking, the Arabic translation."""
    doc, root = span.doc, span[-1]
    following = after(doc, span.end, 2)
    if following and (
        following[0].lower_ in words("language_after")
        or (following[0].text == "-" and following[-1].lower_ in words("language_after"))
    ):
        return True
    if root.text.endswith("s") or (
        following and following[0].pos_ in {"NOUN", "PROPN", "ADJ"} and following[0].text != "."
    ):
        return False
    previous = [token.lower_ for token in before(doc, span.start, 3)]
    if previous and previous[0] in words("language_verbs"):
        return True
    if following and following[0].lower_ in {"and", ",", "or"} and root.dep_ in {"amod", "compound", "nmod"}:
        return False
    if "the" in previous[:1]:
        return False
    if previous and (previous[0] in {"in", "into"} or any(word in words("language_verbs") for word in previous)):
        return True
    if any(token.lower_ in {"language", "languages", "tongue"} for token in root.sent) and root.dep_ in {
        "nsubj",
        "attr",
        "appos",
    }:
        return True
    pair = (
        [*previous[1:2], *(token.lower_ for token in following[1:2])]
        if "and" in {*previous[:1], *(t.lower_ for t in following[:1])}
        else []
    )
    return any(word in words("languages") for word in pair)


def in_personal_name(span: Span) -> bool:
    """Whether the model's person at this place has a further capitalised word right beside the name."""
    entity = entity_at(span[0])
    if entity is None or entity.label_ != "PERSON":
        return _begins_personal_name(span)
    beside = [span.doc[index] for index in (span.start - 1, span.end) if entity.start <= index < entity.end]
    return any(is_capitalised(token) and token.lower_ not in words("offices") for token in beside)


def _begins_personal_name(span: Span) -> bool:
    """A given name with an unknown capitalised word that owns or acts: Victoria Holm's room, Israel Adesanya won."""
    following = after(span.doc, span.end, 2)
    if not following or not is_capitalised(following[0]) or following[0].pos_ != "PROPN":
        return False
    if following[0].ent_type_ not in {"", "PERSON", "GPE"} or following[0].lower_ in _not_surnames():
        return False
    is_owner = len(following) > 1 and (following[1].tag_ == "POS" or following[1].text in {"’", "'"})
    is_subject = following[0].dep_ in {"nsubj", "nsubjpass"} and span.root.head == following[0]
    return is_owner or is_subject


def _not_surnames() -> frozenset[str]:
    return (
        words("offices")
        | words("body_heads")
        | words("body_modifiers")
        | words("title_modifiers")
        | words("outside_bodies")
    )


def personal_parts(doc: Doc) -> frozenset[str]:
    """The first and last words of people named in full."""
    full = [ent for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 and "\n" not in ent.text]
    return frozenset(
        normalise(part)
        for ent in full
        for part in (ent[0].text, ent[-1].text, ent[-2].text if ent[-1].tag_ == "POS" else "")
    )
