"""Briefs: chosen figures and passages with their proof, written as files that need nothing of Readout to be read.

`making.make_brief` draws what was chosen, `formats.FORMATS` writes it, `catalogue.FIGURES` says what can be chosen.
"""
