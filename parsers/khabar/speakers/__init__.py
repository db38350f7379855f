"""Who is one person over many articles. Imported where it is asked for."""

from khabar.speakers.known import Known, NamesError, read_names, with_lexicon
from khabar.speakers.merge import Person, merge_speakers
from khabar.speakers.shorter import together

__all__ = ["Known", "NamesError", "Person", "merge_speakers", "read_names", "together", "with_lexicon"]
