"""Names of languages as people and programs write them."""

import re

from cueweave.errors import BadLanguage

LONGEST = 35
"""Characters; RFC 5646, section 4.4.1."""
_FORM = (
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}"  # language, extended language
    r"(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"  # script, region
    r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"  # variants
    r"(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*(-[Xx](-[A-Za-z0-9]{1,8})+)?"  # extensions, private use
)
PATTERN = f"^({_FORM})?$"
"""A tag of RFC 5646 (BCP 47), or nothing; also for those who can't run this code."""


def check_language(tag: str) -> str | None:
    """The tag itself, None for an empty one. Raises BadLanguage where it is no tag of BCP 47."""
    if len(tag) > LONGEST or not re.fullmatch(_FORM, tag or "und", re.ASCII):
        raise BadLanguage("Write the language as a code like en or de, or as a tag like pt-BR or zh-Hans.")
    return tag or None


def primary_language(tag: str) -> str | None:
    """The language alone, without script or region, in lower case; None where the tag says that it is not known."""
    primary = tag.partition("-")[0].lower()
    return None if primary == "und" else primary
