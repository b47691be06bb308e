"""CPU seconds of Recoupe and of Python peers on the same pages, as ratios of one run."""
import argparse
import collections
import logging
import os
import resource
import subprocess
import tempfile
from pathlib import Path

logging.disable(logging.CRITICAL)


def trafilatura_whole():
    import trafilatura
    return lambda page: trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)


def resiliparse_text():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree
    return lambda page: extract_plain_text(HTMLTree.parse(bytes_to_str(page, detect_encoding(page))), main_content=True)


def readability():
    from readability import Document
    return lambda page: Document(page.decode("utf-8", "replace")).summary()


PEERS = {"trafilatura": trafilatura_whole, "resiliparse": resiliparse_text, "readability-lxml": readability}


def cpu_of_peer(build, pages):
    read = build()
    read(pages[0].read_bytes())  # imports and tables are not what is measured
    begun = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    failed = 0
    for path in pages:
        try:
            read(path.read_bytes())
        except Exception:  # a peer's failure is counted, whatever it is
            failed += 1
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - begun, failed


def cpu_of(binary, pages):
    with tempfile.TemporaryFile() as sink:
        child = subprocess.Popen([binary, "extract", "--jobs", "1", *map(str, pages)], stdout=sink,
                                 stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(child.pid, 0)
    return usage.ru_utime, usage.ru_maxrss / 1024


# A sample belongs to the innermost of its callers that one of these names.
PARTS = [("parse", ("lxb_", "lexbor_", "markup_to_parse")),
         ("language", ("CLD2", "identify_language", "tell_languages")),
         ("choose", ("choose_body", "judge", "find_regions", "sums_of", "locate", "find_lead", "title_key")),
         ("features", ("Walker", "walk_tree", "PartName", "read_json_ld", "read_meta", "add_date", "dates_", "choose_titles")),
         ("decode", ("decode", "validate_utf8", "from_utf8", "Decoded")),
         ("dates", ("published_by", "choose_published", "first_day_in")),
         ("write", ("append_", "Counted")),
         ("words", ("Lexicon", "Vocabulary", "read_table")),
         ("input", ("input_of_file", "Inputs", "hash_of"))]


def part_of(frames):
    return next((name for frame in frames for name, signs in PARTS if any(sign in frame for sign in signs)), "other")


def print_parts(binary, pages):
    with tempfile.NamedTemporaryFile() as data:
        subprocess.run(["perf", "record", "-q", "-e", "cpu-clock:u", "--call-graph", "dwarf,8192", "-F", "2000", "-o", data.name, binary,
                        "extract", "--jobs", "1", *map(str, pages)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        samples = subprocess.run(["perf", "script", "-i", data.name, "-F", "ip,sym"], capture_output=True, text=True, check=False).stdout
    counts = collections.Counter(part_of(sample.splitlines()) for sample in samples.split("\n\n") if sample.strip())
    for name, count in counts.most_common():
        print(f"  {name:<10} {100 * count / counts.total():5.1f} %")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=PEERS)
    parser.add_argument("--parts", action="store_true")
    parser.add_argument("--rounds", type=int, default=3, help="each is measured so often, in turn; the least counts")
    args = parser.parse_args()
    pages = sorted(args.folder.rglob("*.html"))
    if not pages:
        raise SystemExit(f"no *.html in {args.folder}")
    chosen = {name: build for name, build in PEERS.items() if args.only in (None, name)}
    ours, one, memory = [], [], []
    theirs = {name: [] for name in chosen}
    for _ in range(args.rounds):  # of memory too the least: a child begins with that of this process
        spent, peak = cpu_of(args.binary, pages)
        ours.append(spent)
        memory.append(peak)
        one.append(cpu_of(args.binary, pages[:1])[0])
        for name, build in chosen.items():
            theirs[name].append(cpu_of_peer(build, pages))
    least = min(ours)
    print(f"{len(pages)} pages, {sum(p.stat().st_size for p in pages) / 1e6:.1f} MB, the least of {args.rounds}")
    print(f"{'recoupe':<18} {least:8.2f} s CPU {len(pages) / least:8.0f} pages/s, peak {min(memory):.0f} MiB, start included; "
          f"{(len(pages) - 1) / (least - min(one)):.0f} pages/s once it runs")
    if args.parts:
        print_parts(args.binary, pages)
    for name, rounds in theirs.items():
        spent, failed = min(rounds)
        print(f"{name:<18} {spent:8.2f} s CPU {len(pages) / spent:8.0f} pages/s, {spent / least:.1f} times as long"
              + (f", {failed} failed" if failed else ""))


if __name__ == "__main__":
    main()
