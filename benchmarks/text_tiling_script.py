"""Runs in the peers' environment: texts as JSON come in, sentences before which TextTiling sees a boundary go out."""

import json
import sys

from nltk.tokenize.texttiling import TextTilingTokenizer


def boundaries(tokenizer, sentences):
    """None where it finds the text too short."""
    try:
        tiles = tokenizer.tokenize("\n\n".join(sentences) + "\n\n")
    except ValueError:
        return []
    found, seen = [], 0
    for tile in tiles[:-1]:
        seen += sum(1 for part in tile.split("\n\n") if part.strip())
        found.append(seen)
    return found


def main():
    """From standard input to standard output."""
    asked = json.load(sys.stdin)
    tokenizer = TextTilingTokenizer(stopwords=set(asked["stopwords"]))
    json.dump([boundaries(tokenizer, sentences) for sentences in asked["texts"]], sys.stdout)


if __name__ == "__main__":
    main()
