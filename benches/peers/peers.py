"""Times what a user of Python would combine, on the text of our own benches: spaCy's blank Polish pipeline and dateparser.

    python3 -m venv target/peers && target/peers/bin/pip install spacy dateparser
    target/peers/bin/python benches/peers/peers.py [FILE]

Without FILE the articles of the repository are read, once each. Every figure is the best of five rounds on one core.
"""

import sys
import time
from datetime import datetime
from pathlib import Path

import spacy
from dateparser.search import search_dates

ROUNDS = 5
ANCHOR = {"RELATIVE_BASE": datetime(2023, 9, 14)}


def paragraphs(paths: list[str]) -> list[str]:
    articles = Path(__file__).parents[2] / "examples/articles"
    files = [Path(path) for path in paths] or sorted(articles.glob("*.txt"))
    text = "\n\n".join(file.read_text(encoding="utf-8") for file in files)
    return [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]


def best(work) -> float:
    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(once() for _ in range(ROUNDS))


def main() -> None:
    texts = paragraphs(sys.argv[1:])
    size = sum(len(text.encode()) for text in texts)
    pipeline = spacy.blank("pl")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = 10**9
    peers = {
        "spaCy blank('pl') + sentencizer: tokens and sentences": lambda: [list(pipeline(text).sents) for text in texts],
        "dateparser search_dates: dates": lambda: [search_dates(text, languages=["pl"], settings=ANCHOR) for text in texts],
    }
    print(f"{size} bytes in {len(texts)} paragraphs")
    for name, work in peers.items():
        seconds = best(work)
        print(f"{name:56} {seconds * 1000:9.1f} ms {size / seconds / 1e6:8.3f} MB/s")


if __name__ == "__main__":
    main()
