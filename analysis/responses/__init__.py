"""What each country did: its acts in words and in deeds, each with the passage that shows it.

The way of an act through the modules: `frames` sees a cue of the codebook in the text and (by `doers`) who acts,
`telling` makes an act of it, `alleged` leaves out what is only named; `contents` sees words in what is reported to be
said, `saying` makes an act of them, with `disowning` where a wrong is said not to have been done. Whom it is aimed at
is read in `targets` for what is told and in `addressing` for what is said, with `culprits` where the act aims at who
answers for it; `carrying` gives the targets that are named once and then left out. `rows` makes rows, `finding` puts
all this in order.
"""

from analysis.responses.finding import find_responses

__all__ = ["find_responses"]
