"""A language model that answers typed questions; this package knows nothing of transcripts.

Start at `ask.py`. To add a kind of model:
1. A name before the colon in `access.py`, and how its key is found in `cli/llm.py`.
2. How pydantic-ai reaches it, in `reach.py`; an extra in `pyproject.toml` where it needs a library of its own.
3. How it can be looked for without asking it anything, in `look.py`.
4. `docs/language-model.md`.
"""
