#!/usr/bin/env python3
"""How a register grows: time and memory of a build by the number of pages, and what it costs to add one page in a hundred.

    bench/growth.py                        1,000 and 10,000 pages, in a minute
    bench/growth.py --pages 10000 100000   what docs/figures.md says

RECOUPE is the program. It reads pages of tools/make-heap, without the sentence encoder unless --encoder is given.
Each line has seconds of CPU and of the clock, and the peak memory; the last ones the exponent by which the time grows
from the first number of pages to the last, and adding as a share of the whole build.
"""
import argparse
import math
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECOUPE = os.environ.get("RECOUPE", str(ROOT / "build" / "release" / "recoupe"))


class Cost:
    def __init__(self, arguments):
        begin = time.monotonic()
        process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{' '.join(arguments)} failed: {said.decode()}")
        self.clock = time.monotonic() - begin
        self.cpu = used.ru_utime + used.ru_stime
        self.megabytes = used.ru_maxrss / 1024

    def __str__(self):
        return f"{self.cpu:8.1f} s CPU {self.clock:8.1f} s clock {self.megabytes:8.0f} MB"


def make_heap(folder, pages, seed):
    """The files of all pages, and of one in a hundred more."""
    more = max(1, pages // 100)
    made = {"heap": folder / f"{pages}.jsonl", "more": folder / f"{pages}-more.jsonl"}
    generator = [sys.executable, str(ROOT / "tools" / "make-heap"), "--seed", str(seed)]
    for name, count in (("heap", pages), ("more", pages + more)):
        skipped = ["--skip", str(pages)] if name == "more" else []
        with open(made[name], "wb") as file:
            subprocess.run([*generator, "--pages", str(count), *skipped], stdout=file, check=True)
    return made["heap"], made["more"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pages", type=int, nargs="+", default=[1000, 10000])
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--encoder", action="store_true")
    given = arguments.parse_args()
    program = [RECOUPE] if given.encoder else [RECOUPE, "--model", os.devnull + "/none"]
    builds = []
    for pages in given.pages:
        with tempfile.TemporaryDirectory() as folder:
            heap, more = make_heap(Path(folder), pages, given.seed)
            register = str(Path(folder) / "register.db")
            built = Cost([*program, "build", str(heap), "-o", register])
            print(f"build {pages:7}: {built}", flush=True)
            added = Cost([*program, "add", register, str(more)])
            print(f"add   {max(1, pages // 100):7}: {added}", flush=True)
            print(f"adding is {added.cpu / built.cpu:.1%} of the build by CPU, {added.clock / built.clock:.1%} by the clock")
            builds.append((pages, built))
    (few, first), (many, last) = builds[0], builds[-1]
    if many > few:
        exponent = math.log(last.cpu / first.cpu) / math.log(many / few)
        print(f"from {few} to {many} pages: exponent {exponent:.2f}, at most {max(b.megabytes for _, b in builds):.0f} MB")


if __name__ == "__main__":
    main()
