"""F1 of Recoupe and of trafilatura on the same articles, and a paired bootstrap of their difference.

The measure is that of scrapinghub's article-extraction-benchmark: shingles of four words, precision and recall as means
over the pages, F1 of the two means. GOLD is its ground-truth.json beside a folder html/ of ID.html.gz, or JSON Lines of
{"id","path","gold":{"text"}} with paths that begin where the file stands.
"""
import argparse
import collections
import gzip
import json
import logging
import random
import re
import subprocess
import tempfile
from pathlib import Path

logging.disable(logging.CRITICAL)
WORD = re.compile(r"\w+")
WIDTH = 4


def shingles(text):
    words = WORD.findall(text or "")
    first = range(max(1, len(words) - WIDTH + 1)) if words else ()
    return collections.Counter(tuple(words[i:i + WIDTH]) for i in first)


def precision_and_recall(gold, found):
    want, have = shingles(gold), shingles(found)
    hit = (want & have).total()
    return (hit / have.total() if have else None, hit / want.total() if want else None)


def mean(values):
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


def f1(pairs):
    precision, recall = mean(p for p, _ in pairs), mean(r for _, r in pairs)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def gold_pages(path):
    """(bytes of the page, text of the article), one after the other."""
    if path.suffix == ".json":
        for name, row in sorted(json.loads(path.read_text(encoding="utf-8")).items()):
            yield gzip.decompress((path.parent / "html" / f"{name}.html.gz").read_bytes()), row["articleBody"]
        return
    with open(path, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield (path.parent / row["path"]).read_bytes(), row["gold"]["text"]


def texts_of_recoupe(binary, pages):
    with tempfile.TemporaryDirectory() as folder:
        for i, page in enumerate(pages):
            (Path(folder) / f"{i:06}.html").write_bytes(page)
        done = subprocess.run([binary, "extract", folder], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return [json.loads(line).get("text") or "" for line in done.stdout.decode().splitlines()]


def texts_of_trafilatura(pages):
    import trafilatura
    return [trafilatura.extract(page, include_comments=False, include_tables=True) or "" for page in pages]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--rounds", type=int, default=10_000)
    args = parser.parse_args()
    pages, golds = zip(*gold_pages(args.gold))
    ours = [precision_and_recall(g, t) for g, t in zip(golds, texts_of_recoupe(args.binary, pages), strict=True)]
    theirs = [precision_and_recall(g, t) for g, t in zip(golds, texts_of_trafilatura(pages), strict=True)]
    chance = random.Random(7)
    differences = []
    for _ in range(args.rounds):
        drawn = chance.choices(range(len(pages)), k=len(pages))
        differences.append(f1([ours[i] for i in drawn]) - f1([theirs[i] for i in drawn]))
    differences.sort()
    low, high = (differences[int(share * (args.rounds - 1))] for share in (0.025, 0.975))
    print(f"{len(pages)} pages: recoupe F1 {f1(ours):.4f}, trafilatura F1 {f1(theirs):.4f}, difference {f1(ours) - f1(theirs):+.4f}")
    print(f"paired bootstrap, {args.rounds} rounds: 95 % of the differences lie between {low:+.4f} and {high:+.4f}; "
          f"recoupe is better in {sum(d > 0 for d in differences) / args.rounds:.1%}")


if __name__ == "__main__":
    main()
