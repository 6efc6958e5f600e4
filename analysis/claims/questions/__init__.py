"""Questions about an event that its articles answer in different ways."""

from analysis.claims.questions.finding import Told, find_unlike_answers, given_answers, told_sentences
from analysis.claims.questions.registry import QUESTIONS

__all__ = ["QUESTIONS", "Told", "find_unlike_answers", "given_answers", "told_sentences"]
