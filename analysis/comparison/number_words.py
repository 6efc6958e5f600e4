"""Numbers in words: ones, tens, scales, ranks, and words for an order of magnitude."""

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBER_WORDS: dict[str, float] = (
    {word: float(value) for value, word in enumerate(_ONES)}
    | {word: 20.0 + 10 * index for index, word in enumerate(TENS)}
    | {"half": 0.5, "dozen": 12.0}
)
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9, "k": 1e3,
    "tn": 1e12,
}  # fmt: skip
ORDINALS: dict[str, float] = {
    word: float(index)
    for index, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
}
VAGUE: dict[str, tuple[float, float]] = {
    "couple": (2, 3), "several": (3, 12), "dozens": (20, 200), "scores": (40, 400), "hundreds": (150, 2000),
    "thousands": (1500, 20_000), "millions": (1.5e6, 2e7), "billions": (1.5e9, 2e10), "tens": (20, 100),
    "handful": (2, 8), "both": (2, 2), "pair": (2, 2),
}  # fmt: skip
"""Words that name an order of magnitude, with the range that a reader takes them for."""
SOME = VAGUE | {"few": (2, 9)}
"""The same where a scale follows: a few hundred. By itself `few` says less than a number."""
