"""Slides that came as a PDF: its pages with their text and tables, and when which of them is shown.

opening   the PDF, and what it may be
reading   each page in a process of its own: picture, `text`, `tables`
places    where in the video's picture the slides stand
likeness  how alike pictures from the video and pages are
wording   how much of what is said speaks for a page
course    the likeliest order
shown     all of it together
"""

from cueweave.stages.pages.opening import look_at_pages
from cueweave.stages.pages.page import Page
from cueweave.stages.pages.reading import read_pages
from cueweave.stages.pages.shown import Showing, Speech, seen_pages, spoken_pages
from cueweave.stages.pages.wording import Wording

__all__ = ["Page", "Showing", "Speech", "Wording", "look_at_pages", "read_pages", "seen_pages", "spoken_pages"]
