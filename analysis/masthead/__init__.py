"""What stands above an article: its headline, and the lines that say where it is from, when and by whom.

Text files, PDF, Word documents and mail have no field for the outlet, and often none for the headline. A reader sees
both at a glance, in lines such as `Harbour Post | 3 March 2024 | By Jane Roe`. Here they are read as fields.
"""

from analysis.masthead.bylines import is_program
from analysis.masthead.dates import find_date
from analysis.masthead.headlines import headline_of
from analysis.masthead.opening import Opening, imprint_lines, read_opening
from analysis.masthead.outlets import is_outlet, outlet_of_title
from analysis.masthead.senders import sender_of

__all__ = [
    "Opening",
    "find_date",
    "headline_of",
    "imprint_lines",
    "is_outlet",
    "is_program",
    "outlet_of_title",
    "read_opening",
    "sender_of",
]
