"""The small language of the templates: alternatives in brackets, verbs affirmed or denied, articles put right.

`[a|b]` is one or the other; `<direct|directed>` a verb in its base and past forms, with `!` for somebody who could also
refuse; `<was>` an auxiliary.
"""

import random
import re

_OPTION = re.compile(r"\[([^\[\]]*)\]")
_VERB = re.compile(r"<([^<>]+)>")


def choose(template: str, rng: random.Random) -> str:
    """One of the alternatives of every [a|b]."""
    while found := _OPTION.search(template):
        template = template[: found.start()] + rng.choice(found.group(1).split("|")) + template[found.end() :]
    return template


def affirm(template: str, rng: random.Random) -> str:
    """The template with its marked verb in the affirmative."""

    def said(match: re.Match[str]) -> str:
        base, _, past = match.group(1).partition("|")
        if not past:
            return base.split(":")[-1]
        willing = past.endswith("!")
        past = past.rstrip("!")
        odd = rng.random()
        return f"managed to {base}" if willing and odd < 0.04 else f"did {base}" if odd > 0.98 else past

    return _VERB.sub(said, template)


def deny(template: str, rng: random.Random) -> str:
    """The template with its marked verb denied: not, never, or somebody unwilling or unable."""

    def said(match: re.Match[str]) -> str:
        base, _, past = match.group(1).partition("|")
        if not past:
            verb = base.split(":")[-1]
            return rng.choice([f"{verb} not", f"{verb} never", f"{verb}n't", f"{verb} not"])
        ways = [f"did not {base}", f"never {past.rstrip('!')}", f"didn't {base}"]
        if past.endswith("!"):
            ways += [f"refused to {base}", f"failed to {base}", f"declined to {base}", f"has yet to {base}"]
            ways += [f"was unable to {base}", f"turned down the chance to {base}", f"avoided any attempt to {base}"]
        return rng.choice(ways)

    return _VERB.sub(said, choose(template, rng))


def articles(text: str) -> str:
    """`a` before a vowel made `an`, doubled articles removed."""
    text = re.sub(r"\b(a|an|the|the only|only a) (a|an|the) ", r"\2 ", text)
    return re.sub(r"\b([Aa])n? (?=([A-Za-z]))", lambda m: f"{m[1]}n " if m[2] in "aeiouAEIO" else f"{m[1]} ", text)


def capital(sentence: str) -> str:
    """The sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]
