"""Who is in the story: countries, their people, capitals, seats of government and bodies, persons and organisations."""

from analysis.entities.finding import find_mentions
from analysis.entities.merging import merge_actors

__all__ = ["find_mentions", "merge_actors"]
