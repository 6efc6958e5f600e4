"""Every column that Readout publishes, declared once: its name, type, label, meaning and unit.

The same declaration feeds the tables' checks, axis labels, column help, the data dictionary and the exports.
Names follow one grammar: `_id` opaque key, `_code` from a closed list, `_on` date, `_char` offset, `_share` 0 to 1,
`n_` count, `is_` and `has_` yes or no. A published name is never given another meaning.
"""

from enum import StrEnum
from typing import Self

STRING, INTEGER, NUMBER, FLAG = "string", "Int64", "Float64", "boolean"
"""The four pandas dtypes in use; each of them has room for "not known" (pandas.NA)."""


class Col(StrEnum):
    """A column. The member is its name; `dtype`, `label`, `meaning` and `unit` say the rest."""

    dtype: str
    label: str
    meaning: str
    unit: str

    def __new__(cls, name: str, dtype: str, label: str, meaning: str, unit: str = "") -> Self:
        member = str.__new__(cls, name)
        member._value_ = name
        member.dtype, member.label, member.meaning, member.unit = dtype, label, meaning, unit
        return member

    # -- articles --------------------------------------------------------------------------------------------------
    DOCUMENT_ID = "document_id", STRING, "Article", "The article: the id given with it, or its file's stem"
    PUBLISHER = "publisher", STRING, "Outlet", "Who published the article; the document_id where nobody is named"
    PUBLISHER_COUNTRY_CODE = (
        "publisher_country_code",
        STRING,
        "Outlet's country",
        "ISO 3166-1 alpha-3; empty: not known",
    )
    URL = "url", STRING, "Link", "Where the article was published; empty: not known"
    PUBLISHED_ON = "published_on", STRING, "Published", "Date of publication, ISO 8601; empty: not known"
    TITLE = "title", STRING, "Title", "The headline; empty: not known"
    AUTHOR = "author", STRING, "Author", "As the document names them; empty: not known"
    TEXT = "text", STRING, "Text", "The text itself, as read"
    LANGUAGE_CODE = "language_code", STRING, "Language", "ISO 639-1; empty: too short to tell"
    IS_ANALYSED = "is_analysed", FLAG, "Analysed", "No: kept and shown, but no installed pipeline reads its language"
    N_WORDS = "n_words", INTEGER, "Words", "Words that are neither punctuation nor page furniture", "words"
    SHA256 = "sha256", STRING, "SHA-256", "Hash of the article's text as UTF-8"

    # -- places in a text ------------------------------------------------------------------------------------------
    SENTENCE_INDEX = "sentence_index", INTEGER, "Sentence", "Position of the sentence in the article, from 0"
    PARAGRAPH_INDEX = "paragraph_index", INTEGER, "Paragraph", "Position of the paragraph in the article, from 0"
    START_CHAR = "start_char", INTEGER, "Start", "First code point of the passage in the article as read", "code points"
    END_CHAR = "end_char", INTEGER, "End", "One past the passage's last code point", "code points"
    RULE_ID = "rule_id", STRING, "Rule", "The rule that made this row"
    REASON = "reason", STRING, "Reason", "Why, in words"
    CONFIDENCE = "confidence", NUMBER, "Confidence", "How sure the rule is, for ranking; not a probability", "0 to 1"

    # -- actors ----------------------------------------------------------------------------------------------------
    ENTITY_ID = "entity_id", STRING, "Actor id", "Stable key of the actor: its type and its normalised name"
    ENTITY = "entity", STRING, "Actor", "The actor's canonical name"
    ENTITY_TYPE = "entity_type", STRING, "Type", "person, organisation, country, bloc or place"
    KIND = "kind", STRING, "Kind", "What the row is one of; each table lists its values"
    COUNTRY_CODE = "country_code", STRING, "Country", "ISO 3166-1 alpha-3; empty: none"
    IS_ACTING = "is_acting", FLAG, "Acts", "A place name or body that speaks or acts for its state in this sentence"
    VARIANTS = "variants", STRING, "Written as", "Spellings found, most frequent first, separated by ' | '"
    N_MENTIONS = "n_mentions", INTEGER, "Mentions", "Times the actor is named", "mentions"
    N_DOCUMENTS = "n_documents", INTEGER, "Articles", "Articles that have it", "articles"

    # -- statements ------------------------------------------------------------------------------------------------
    STATEMENT_ID = "statement_id", STRING, "Statement id", "Key of the statement"
    PARENT_ID = "parent_id", STRING, "Within", "The statement that this one is reported in; empty: the outlet's own"
    SPEAKER = "speaker", STRING, "Speaker", "Who is said to have said it, as written; empty: not in the text"
    SPEAKER_ENTITY_ID = "speaker_entity_id", STRING, "Speaker's actor id", "The actor; empty: not resolved"
    SPEAKER_START_CHAR = "speaker_start_char", INTEGER, "Speaker start", "Offset; empty: not in the text", "code points"
    SPEAKER_END_CHAR = "speaker_end_char", INTEGER, "Speaker end", "Offset; empty: not in the text", "code points"
    SOURCE_TYPE = "source_type", STRING, "Source type", "named, vague (officials, sources), document or unstated"
    CUE = "cue", STRING, "Cue", "The words that attribute (said, according to); empty: quotation marks alone"
    CUE_START_CHAR = "cue_start_char", INTEGER, "Cue start", "Offset; empty: no cue", "code points"
    CUE_END_CHAR = "cue_end_char", INTEGER, "Cue end", "Offset; empty: no cue", "code points"
    CONTENT = "content", STRING, "Content", "What is attributed, as written"
    CONTENT_START_CHAR = "content_start_char", INTEGER, "Content start", "Offset", "code points"
    CONTENT_END_CHAR = "content_end_char", INTEGER, "Content end", "Offset", "code points"
    FORM = "form", STRING, "Form", "direct, indirect or mixed quotation"

    QUOTATION_ID = "quotation_id", STRING, "Quotation id", "Key of a quotation that several articles carry"

    # -- responses -------------------------------------------------------------------------------------------------
    RESPONSE_ID = "response_id", STRING, "Response id", "Key of the response"
    ACT = "act", STRING, "Act", "One of the acts of the codebook"
    CAMEO_CODE = "cameo_code", STRING, "CAMEO", "CAMEO root codes of the act, separated by a space"
    PLOVER_TYPE = "plover_type", STRING, "PLOVER", "PLOVER event type of the act; empty: PLOVER has none"
    ACTOR = "actor", STRING, "Actor", "Who acts, as written"
    ACTOR_ENTITY_ID = "actor_entity_id", STRING, "Actor id", "The actor; empty: not resolved"
    TARGET_CODE = "target_code", STRING, "Target", "Country that the act is addressed to; empty: none named"
    POLARITY = "polarity", STRING, "Polarity", "against, for, neutral or silent, towards the event's central claim"
    EVIDENCE = "evidence", STRING, "Evidence", "The passage, as written"
    STATE = "state", STRING, "State", "responded, no statement, mentioned but not quoted, or not mentioned"
    ACTS = "acts", STRING, "Acts", "Acts reported, separated by ' | '"

    # -- claims ----------------------------------------------------------------------------------------------------
    CLAIM_ID = "claim_id", STRING, "Passage id", "Key of one passage of a claim"
    GROUP_ID = "group_id", STRING, "Claim id", "Key of the claim that passages of several outlets share"
    CLAIM = "claim", STRING, "Claim", "The passage that stands for the group, as written"
    WHO = "who", STRING, "Who", "Who acts, normalised; empty: not stated"
    WHOM = "whom", STRING, "To whom", "Who or what is acted on, normalised; empty: not stated"
    WHEN = "when", STRING, "When", "Dates, ISO 8601, relative ones resolved by the article's date"
    WHERE = "where", STRING, "Where", "Places, normalised"
    QUANTITY = "quantity", STRING, "How many", "Numbers with their units, normalised"
    SIGNATURE = (
        "signature",
        STRING,
        "Signature",
        "What the passage states, taken apart for comparison: words, names, numbers and dates as JSON",
    )
    IS_EMBEDDED = (
        "is_embedded",
        FLAG,
        "Taken for granted",
        "Told in passing, within a passage that tells something else",
    )
    ACCORDING_TO = "according_to", STRING, "According to", "Whose word it is; empty: the outlet's own"
    STATUS = "status", STRING, "Status", "corroborated, contradicted or single source"
    OUTLETS = "outlets", STRING, "Outlets", "Outlets that report it, separated by ' | '"
    OMITTED_BY = "omitted_by", STRING, "Left out by", "Outlets that do not report it, separated by ' | '"
    N_OUTLETS = "n_outlets", INTEGER, "Outlets", "Outlets that report it", "outlets"
    N_ORIGINS = "n_origins", INTEGER, "Origins", "Independent origins behind the outlets that report it", "origins"
    SCORE = "score", NUMBER, "Score", "How close the two are; see the row's reason", "0 to 1"

    # -- discrepancies: side a and side b --------------------------------------------------------------------------
    DISCREPANCY_ID = "discrepancy_id", STRING, "Discrepancy id", "Key of the discrepancy"
    QUESTION = "question", STRING, "Question", "What the two passages answer differently"
    DOCUMENT_ID_A = "document_id_a", STRING, "Article A", "The first article"
    START_CHAR_A = "start_char_a", INTEGER, "Start A", "Offset in the first article", "code points"
    END_CHAR_A = "end_char_a", INTEGER, "End A", "Offset in the first article", "code points"
    TEXT_A = "text_a", STRING, "Passage A", "The passage of the first article, as written"
    VALUE_A = "value_a", STRING, "Value A", "What the first article says, normalised"
    ANSWER_A = "answer_a", STRING, "Answer A", "Key of what the first article answers; one key is one side"
    DOCUMENT_ID_B = "document_id_b", STRING, "Article B", "The second article"
    START_CHAR_B = "start_char_b", INTEGER, "Start B", "Offset in the second article", "code points"
    END_CHAR_B = "end_char_b", INTEGER, "End B", "Offset in the second article", "code points"
    TEXT_B = "text_b", STRING, "Passage B", "The passage of the second article, as written"
    VALUE_B = "value_b", STRING, "Value B", "What the second article says, normalised"
    ANSWER_B = "answer_b", STRING, "Answer B", "Key of the second article's answer"

    # -- agreement of outlets --------------------------------------------------------------------------------------
    PUBLISHER_A = "publisher_a", STRING, "Outlet A", "The first outlet"
    PUBLISHER_B = "publisher_b", STRING, "Outlet B", "The second outlet"
    MEASURE = "measure", STRING, "Measure", "What is compared: claims, responses (all acts of countries), or one act"
    N_UNITS = "n_units", INTEGER, "Compared", "Units that both outlets could have reported", "units"
    N_AGREED = "n_agreed", INTEGER, "Agreed", "Units on which both say the same", "units"
    ALPHA = "alpha", NUMBER, "Alpha", "Krippendorff's nominal alpha; empty: cannot be computed", "-1 to 1"
    ALPHA_LOW = "alpha_low", NUMBER, "Alpha, low", "Lower end of the 95 % bootstrap interval", "-1 to 1"
    ALPHA_HIGH = "alpha_high", NUMBER, "Alpha, high", "Upper end of the 95 % bootstrap interval", "-1 to 1"
    WARNING = "warning", STRING, "Warning", "Why the figure should not be leaned on; empty: no reason found"

    # -- origins ---------------------------------------------------------------------------------------------------
    ORIGIN_ID = "origin_id", STRING, "Origin id", "Key of the origin"
    ORIGIN = "origin", STRING, "Origin", "The agency, outlet, institute, speaker or text that outlets rest on"

    # -- heaps of articles -----------------------------------------------------------------------------------------
    EVENT_ID = "event_id", STRING, "Event id", "Key of the event within this heap of articles"
    EVENT = "event", STRING, "Event", "Title of the article that stands for the event"

    # -- reviews ---------------------------------------------------------------------------------------------------
    CORRECTION_ID = "correction_id", STRING, "Correction", "Key of the correction in the case's log"
    IN_TABLE = "in_table", STRING, "Table", "The table whose row was reviewed; empty: no row was found"
    ROW_ID = "row_id", STRING, "Row", "Key of the row in that table"
    REVIEW = "review", STRING, "Review", "machine, checked, corrected, or not found"
    BEFORE = "before", STRING, "Before", "What the machine, or an earlier correction, said"
    AFTER = "after", STRING, "After", "What the analyst put there"
    MADE_AT = "made_at", STRING, "Made at", "When, ISO 8601 in UTC"

    # -- problems --------------------------------------------------------------------------------------------------
    INPUT = "input", STRING, "Input", "The file or line that could not be read or used"
    STAGE = "stage", STRING, "Stage", "Where it was found"
    ACCEPTED = "accepted", STRING, "Accepted", "What would have been accepted"
