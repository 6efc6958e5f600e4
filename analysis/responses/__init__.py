"""What each country did: its acts in words and in deeds, each with the passage that shows it."""

from analysis.responses.finding import find_responses

__all__ = ["find_responses"]
