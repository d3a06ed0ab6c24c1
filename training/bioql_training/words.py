"""Learns merges for the words of our field: `python -m bioql_training.words configs/default.toml COUNT >WORDS`.

SmolLM2's first merges know neither "qubits" nor "medir". Byte-pair training goes on from them over the data set, so
that a reply takes fewer tokens; each merge is one line (see configs/words.txt). Digits stay single tokens, since slots
are copied digit by digit.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tokenizers import Tokenizer

from bioql_training.settings import Settings, read_settings
from bioql_training.vocabulary import Pair, Vocabulary, make_tokenizer, read_vocabulary, source_file, trim

LONGEST = 24


def texts_of(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield from (part["text"] for side in ("prompt", "reply") for part in row[side] if "text" in part)


def split_words(tokenizer: Tokenizer, texts: Iterator[str]) -> list[tuple[list[str], int]]:
    """Every distinct pre-token as its present tokens, with how often it occurs."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(text))
    return [([token.value for token in tokenizer.model.tokenize(word)], count) for word, count in counts.items()]


def may_merge(pair: Pair, known: set[str]) -> bool:
    merged = "".join(pair)
    return merged not in known and len(merged) <= LONGEST and not any(letter.isdigit() for letter in merged)


def merged(tokens: list[str], pair: Pair) -> list[str]:
    out: list[str] = []
    for token in tokens:
        if out and (out[-1], token) == pair:
            out[-1] += token
        else:
            out.append(token)
    return out


def learn(words: list[tuple[list[str], int]], vocabulary: Vocabulary, count: int) -> list[Pair]:
    known = set(vocabulary.tokens)
    learned: list[Pair] = []
    for _ in range(count):
        pairs: Counter[Pair] = Counter()
        for tokens, weight in words:
            for pair in pairwise(tokens):
                pairs[pair] += weight
        best = max((pair for pair in pairs if may_merge(pair, known)), key=lambda pair: (pairs[pair], pair))
        known.add("".join(best))
        learned.append(best)
        words = [(merged(tokens, best), weight) for tokens, weight in words]
    return learned


def main(settings: Settings, count: int) -> None:
    vocabulary = trim(read_vocabulary(source_file()), settings.vocab - count)
    words = split_words(make_tokenizer(vocabulary), texts_of(Path(settings.train)))
    for pair in learn(words, vocabulary, count):
        print(*pair)


if __name__ == "__main__":
    main(read_settings(Path(sys.argv[1])), int(sys.argv[2]))
