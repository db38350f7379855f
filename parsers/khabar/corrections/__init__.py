"""Corrections: what readers of a report have said is right (corrections.json), and documents measured by it.

`read_corrections` reads such a file, `check` compares one of its documents with what khabar says now, `score` counts
what khabar has right of a document that somebody has corrected. Nothing here reads a file or writes one.
"""

from __future__ import annotations

from khabar.corrections.check import Checked as Checked
from khabar.corrections.check import check as check
from khabar.corrections.content import FIELDS as FIELDS
from khabar.corrections.content import Content as Content
from khabar.corrections.content import of_article as of_article
from khabar.corrections.content import of_corrected as of_corrected
from khabar.corrections.figures import Figures as Figures
from khabar.corrections.figures import Score as Score
from khabar.corrections.names import ByName as ByName
from khabar.corrections.reader import read_corrections as read_corrections
from khabar.corrections.record import Corrected as Corrected
from khabar.corrections.record import Corrections as Corrections
from khabar.corrections.record import CorrectionsError as CorrectionsError
from khabar.corrections.score import MEASURES as MEASURES
from khabar.corrections.score import Counts as Counts
from khabar.corrections.score import score as score
from khabar.corrections.written import written as written
