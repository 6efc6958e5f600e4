"""The questions that every sentence of an event is asked. A new question is one entry."""

from analysis.claims.questions import (
    casualties,
    culprits,
    entry,
    evidence,
    natures,
    omissions,
    permission,
    plurals,
    proceedings,
    tolls,
)
from analysis.claims.questions.answers import Question

QUESTIONS: tuple[Question, ...] = (
    Question("permission", "Who permitted it?", "actor", permission.who_permitted),
    Question(
        "proceedings",
        "How far did the case go?",
        "other",
        proceedings.stage_of_proceedings,
        proceedings.is_no_progress,
        proceedings.is_same_defendant,
    ),
    Question(
        "entry", "Inside or not?", "location", entry.where_it_happened, entry.is_in_and_out, entry.is_one_building
    ),
    Question(
        "culprits", "To whom is it laid?", "actor", culprits.who_did_it, meet=culprits.is_one_incident, both_hold=False
    ),
    Question(
        "natures",
        "What is it for?",
        "other",
        natures.what_it_is_for,
        meet=natures.is_one_thing,
        both_hold=False,
        sift=natures.of_one_thing_alone,
        stated_from=2,
    ),
    Question("plurals", "One or several?", "number", plurals.one_or_several),
    Question("omissions", "Was it mentioned?", "attribution", omissions.what_was_mentioned, meet=omissions.is_one_talk),
    Question(
        "casualties",
        "Was anybody killed or hurt?",
        "number",
        casualties.whether_anybody_was_harmed,
        casualties.is_some_against_none,
    ),
    Question(
        "tolls",
        "What is the toll?",
        "number",
        tolls.how_many_were_harmed,
        tolls.is_another_toll,
        tolls.is_one_happening,
    ),
    Question(
        "evidence", "Is there evidence?", "other", evidence.whether_there_is_evidence, meet=evidence.is_ones_evidence
    ),
)
