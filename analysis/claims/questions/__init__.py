"""Questions about an event that its articles answer in different ways."""

from analysis.claims.questions.finding import find_unlike_answers
from analysis.claims.questions.registry import QUESTIONS

__all__ = ["QUESTIONS", "find_unlike_answers"]
