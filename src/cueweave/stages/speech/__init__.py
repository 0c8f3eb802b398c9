"""Where somebody speaks: a speech model says what is speech, energy in bands says where exactly it starts and ends."""

from cueweave.stages.speech.find import find_speech

__all__ = ["find_speech"]
