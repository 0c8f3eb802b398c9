"""Phrases by which speakers mark what matters and what does harm, by language; lower case."""

CALLOUTS: dict[str, tuple[str, ...]] = {
    "en": (
        "remember",
        "key point",
        "key idea",
        "important",
        "importantly",
        "note that",
        "keep in mind",
        "tip",
        "in short",
        "to sum up",
    ),
    "de": ("denken sie daran", "merken sie sich", "wichtig", "merke", "tipp", "kurz gesagt"),
    "es": ("recuerde", "recuerda", "importante", "punto clave", "consejo", "en resumen"),
    "fr": ("rappelez-vous", "important", "retenez", "point clé", "astuce", "en résumé"),
}

WARNINGS: dict[str, tuple[str, ...]] = {
    "en": (
        "warning",
        "never",
        "be careful",
        "do not",
        "don't",
        "avoid",
        "danger",
        "dangerous",
        "caution",
        "beware",
    ),
    "de": ("warnung", "niemals", "vorsicht", "achtung", "vermeiden", "gefahr", "gefährlich"),
    "es": ("advertencia", "nunca", "cuidado", "evite", "evita", "peligro", "peligroso"),
    "fr": ("attention", "jamais", "évitez", "danger", "dangereux", "prudence"),
}

DEFINITIONS: dict[str, tuple[str, ...]] = {
    "en": ("is a", "is an", "is the", "are the", "means", "is called", "is defined", "refers"),
    "de": ("ist ein", "ist eine", "ist der", "ist die", "ist das", "bedeutet", "heißt"),
    "es": ("es un", "es una", "es el", "es la", "significa", "se llama"),
    "fr": ("est un", "est une", "est le", "est la", "signifie", "s'appelle"),
}
