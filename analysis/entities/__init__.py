"""Who is in the story: countries, their people, capitals, seats of government and bodies, persons and organisations."""

from analysis.entities.finding import find_mentions
from analysis.entities.merging import actor_keys, merge_actors, rekey

__all__ = ["actor_keys", "find_mentions", "merge_actors", "rekey"]
