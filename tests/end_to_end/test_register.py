"""A register under change: however its pages come, it is what one build of them is; and nothing that happens breaks it.

RECOUPE_HEAPS and RECOUPE_KILLS say how many made-up heaps and killed writers are tried; RECOUPE_SLOW=1 tries 200 of each.
"""
import itertools
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from program import RECOUPE, ROOT, run

SLOW = os.environ.get("RECOUPE_SLOW", "0") != "0"
HEAPS = int(os.environ.get("RECOUPE_HEAPS", "200" if SLOW else "4"))
KILLS = int(os.environ.get("RECOUPE_KILLS", "200" if SLOW else "8"))


def make_heap(folder, pages, seed):
    """Files of one line each, and what each page tells."""
    truth = folder / "truth.json"
    made = subprocess.run([sys.executable, ROOT / "tools" / "make-heap", "--pages", str(pages), "--seed", str(seed), "--truth", truth],
                          capture_output=True, text=True, check=True).stdout
    files = []
    for number, line in enumerate(made.splitlines()):
        file = folder / f"{number:06}.jsonl"
        file.write_text(line + "\n", encoding="utf-8")
        files.append(file.name)
    return files, {t["id"]: t for t in json.loads(truth.read_text())}


class Register(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def done(self, *arguments):
        made = run(*arguments, cwd=self.folder)
        self.assertEqual(made.returncode, 0, made.stderr)
        return made.stdout

    def built(self, files, name="built.db"):
        self.done("build", *files, "-o", name, "--replace")
        return self.done("export", name)

    def sound(self, name):
        checked = run("check", name, cwd=self.folder)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)


def pairs_of(groups):
    return {pair for group in groups for pair in itertools.combinations(sorted(group), 2)}


def page_of(report):
    return "page-" + report["url"].rsplit("/", 1)[1]


class MadeUpHeaps(Register):
    def test_however_the_pages_come(self):
        right = dict.fromkeys(("encounters", "told", "origins"), 0)
        found, wanted = dict(right), dict(right)
        for seed in range(HEAPS):
            with self.subTest(seed=seed):
                chance = random.Random(seed)
                files, truth = make_heap(self.folder, chance.randrange(8, 40), seed + 1000)
                whole = self.built(files)
                self.in_batches(files, whole, chance)
                self.taken_out_again(files, chance)
                self.of_two_halves(files, whole, chance)
                self.corrected(files, chance)
                self.count(json.loads(whole), truth, right, found, wanted)
        for what in ("encounters", "origins") if HEAPS >= 4 else ():  # a share of few says little
            self.assertGreaterEqual(right[what], 0.97 * found[what], f"{what}: precision")
            self.assertGreaterEqual(right[what], 0.9 * wanted[what], f"{what}: recall")

    def in_batches(self, files, whole, chance):
        shuffled = chance.sample(files, len(files))
        cuts = sorted(chance.sample(range(1, len(files)), min(3, len(files) - 1)))
        batches = [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(files)])]
        self.built(batches[0], "grown.db")
        for batch in batches[1:]:
            self.done("add", "grown.db", *batch)
        self.assertEqual(self.done("export", "grown.db"), whole, "add gives what build gives")
        self.sound("grown.db")

    def taken_out_again(self, files, chance):
        gone = chance.sample(files, max(1, len(files) // 5))
        rest = [f for f in files if f not in gone]
        before = self.built(rest, "rest.db")
        self.done("add", "rest.db", *gone)
        urls = [json.loads((self.folder / f).read_text())["url"] for f in gone]
        self.done("remove", "rest.db", *urls)
        self.assertEqual(self.done("export", "rest.db"), before, "what was added and removed leaves nothing")
        self.sound("rest.db")

    def of_two_halves(self, files, whole, chance):
        half = len(files) // 2
        shuffled = chance.sample(files, len(files))
        self.built(shuffled[:half], "left.db")
        self.built(shuffled[half:], "right.db")
        self.done("merge", "left.db", "right.db")
        self.assertEqual(self.done("export", "left.db"), whole, "two registers merged are one build of both")

    def corrected(self, files, chance):
        encounters = [e for e in json.loads(self.done("export", "built.db"))["encounters"]]
        one, other = chance.sample(encounters, 2) if len(encounters) > 1 else (encounters[0], None)
        self.done("correct", "built.db", "set", one["id"], "status", "denied", "--who", "K", "--why", "w")
        if other:
            self.done("correct", "built.db", "same", one["id"], other["id"], "--who", "K", "--why", "w")
        corrected = self.done("export", "built.db")
        lines = [line.split("\t", 1)[1] for line in self.done("correct", "built.db", "list").splitlines()]
        (self.folder / "said.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        half = len(files) // 2
        self.built(files[half:] or files, "again.db")
        self.done("correct", "again.db", "said.jsonl")
        self.done("add", "again.db", *files[:half])
        self.assertEqual(self.done("export", "again.db"), corrected, "corrections hold on what comes later")
        self.sound("again.db")
        for _ in lines:
            self.done("correct", "again.db", "undo")
        self.assertEqual(self.done("export", "again.db"), self.built(files), "what is undone leaves nothing")

    def count(self, register, truth, right, found, wanted):
        pages = {r["id"]: page_of(r) for r in register["reports"]}
        told = pairs_of({pages[t["report"]] for t in e["tellings"] if t["standing"] == "main"} for e in register["encounters"])
        origins = pairs_of({pages[r] for r in o["reports"]} for e in register["encounters"] for o in e["origins"])
        for what, pairs, key in (("encounters", told, "encounter"), ("origins", origins, "origin")):
            groups = {}
            for page in truth.values():
                groups.setdefault(page[key], set()).add(page["id"])
            gold = pairs_of(groups.values())
            right[what] += len(pairs & gold)
            found[what] += len(pairs)
            wanted[what] += len(gold)


class Corrections(Register):
    PAGE = ("<html lang='fr'><head><title>Audience</title></head><body><article><h1>Audience à Stockholm</h1><p>La présidente suédoise, Anna "
            "Berg, a reçu mardi 6 avril 2021 à Stockholm le ministre français de la Défense, Paul Martin, indique un communiqué de la "
            "présidence.</p><p>{}</p></article></body></html>")

    def page(self, name, more):
        (self.folder / name).write_text(self.PAGE.format(more), encoding="utf-8")

    def test_what_is_not_found_waits(self):
        self.page("a.html", "Ils ont parlé de la pêche.")
        self.page("b.html", "La rencontre a duré une heure.")
        self.built(["a.html", "b.html"], "r.db")
        encounter = json.loads(self.done("export", "r.db"))["encounters"][0]
        self.done("correct", "r.db", "not-an-encounter", encounter["tellings"][0]["id"])
        report = encounter["tellings"][0]["report"]
        self.done("remove", "r.db", report)
        self.assertIn("unanchored", self.done("correct", "r.db", "list"))
        self.done("add", "r.db", "a.html", "b.html")
        self.assertTrue(self.done("correct", "r.db", "list").startswith("anchored"))
        tellings = [t for e in json.loads(self.done("export", "r.db"))["encounters"] for t in e["tellings"]]
        self.assertEqual(len(tellings), 1)

    def test_who_is_forgotten_is_in_no_byte_of_the_file(self):
        self.page("a.html", "Paul Martin a quitté Stockholm. Martin reviendra.")
        self.built(["a.html"], "r.db")
        self.done("correct", "r.db", "forget", "Paul Martin")
        self.sound("r.db")
        self.assertEqual(json.loads(self.done("export", "r.db"))["encounters"][0]["date"], "2021-04-06")
        bytes_of = lambda: (self.folder / "r.db").read_bytes().lower()
        self.assertNotIn(b"martin", bytes_of())
        self.page("c.html", "Paul Martin est revenu.")
        self.done("add", "r.db", "c.html")
        self.assertNotIn(b"martin", bytes_of())
        self.sound("r.db")


class Adding(Register):
    PAGE = ("<html lang='fr'><head><title>Audience</title></head><body><article><h1>Audience à Stockholm</h1><p>La présidente suédoise, Anna "
            "Berg, a reçu {} 2021 à Stockholm {}, indique un communiqué de la présidence.</p></article></body></html>")

    def page(self, name, day, guest):
        (self.folder / name).write_text(self.PAGE.format(day, guest), encoding="utf-8")

    def made(self):
        """What each encounter's row was made of: it is written again where this changes."""
        register = sqlite3.connect(self.folder / "r.db")
        self.addCleanup(register.close)
        return dict(register.execute("SELECT e.id, m.fingerprint FROM encounter e JOIN made m ON m.id = e.id AND m.kind = 2"))

    def test_what_tells_nothing_new_of_a_person_leaves_the_rest_of_his_encounters_as_they_are(self):
        self.page("a.html", "mardi 6 avril", "le ministre français de la Défense, Paul Martin")
        self.page("b.html", "jeudi 6 mai", "le ministre belge de la Défense, Luc Peeters")
        self.built(["a.html"], "r.db")
        before = self.made()
        self.done("add", "r.db", "b.html")
        after = self.made()
        self.assertEqual((len(before), len(after)), (1, 2))
        self.assertEqual({id: made for id, made in after.items() if id in before}, before)
        whole = self.built(["a.html", "b.html"])
        self.assertEqual(self.done("export", "r.db"), whole)


class Accidents(Register):
    def setUp(self):
        super().setUp()
        self.files, _ = make_heap(self.folder, 60, 5)
        self.before = self.built(self.files[:40], "base.db")
        self.after = self.built(self.files)

    def test_a_writer_that_is_killed_leaves_the_old_or_the_new(self):
        begin = time.monotonic()
        shutil.copy(self.folder / "base.db", self.folder / "r.db")
        self.done("add", "r.db", *self.files[40:])
        lasts = time.monotonic() - begin
        chance = random.Random(7)
        for number in range(KILLS):
            with self.subTest(number=number):
                for leftover in self.folder.glob("r.db*"):
                    leftover.unlink()
                shutil.copy(self.folder / "base.db", self.folder / "r.db")
                arguments = ("add", "r.db", *self.files[40:]) if number % 3 else ("build", *self.files, "-o", "r.db", "--replace")
                writer = subprocess.Popen([RECOUPE, *arguments], cwd=self.folder, stderr=subprocess.DEVNULL)
                try:
                    writer.wait(chance.uniform(0, 1.2 * lasts))
                except subprocess.TimeoutExpired:
                    writer.send_signal(signal.SIGKILL)
                    writer.wait()
                self.assertIn(self.done("export", "r.db"), (self.before, self.after))
                self.sound("r.db")
                self.done("add", "r.db", *self.files[40:])
                self.assertEqual(self.done("export", "r.db"), self.after)

    def test_a_reader_takes_back_what_a_killed_writer_began(self):
        began = ("import os, signal, sqlite3\n"
                 "base = sqlite3.connect('base.db', isolation_level=None)\n"
                 "base.execute('PRAGMA cache_size = 1')\n"
                 "base.execute('BEGIN IMMEDIATE')\n"
                 "base.execute('CREATE TABLE begun(words)')\n"
                 "for _ in range(3000): base.execute('INSERT INTO begun VALUES (?)', ('x' * 500,))\n"
                 "os.kill(os.getpid(), signal.SIGKILL)")
        subprocess.run([sys.executable, "-c", began], cwd=self.folder)
        self.assertTrue((self.folder / "base.db-journal").exists())
        self.assertEqual(self.done("export", "base.db"), self.before)
        self.sound("base.db")

    def test_two_writers_take_turns(self):
        add = lambda files: subprocess.Popen([RECOUPE, "add", "base.db", *files], cwd=self.folder, stderr=subprocess.PIPE,
                                             text=True)
        for writer in [add(self.files[40:50]), add(self.files[50:])]:
            said = writer.communicate()[1]
            self.assertEqual(writer.returncode, 0, said)
        self.assertEqual(self.done("export", "base.db"), self.after)
        self.sound("base.db")

    def test_a_full_disk_leaves_the_old(self):
        most = (self.folder / "base.db").stat().st_size // 4
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        failed = subprocess.run([RECOUPE, "add", "base.db", *self.files[40:]], cwd=self.folder, preexec_fn=limit, capture_output=True,
                                text=True)
        self.assertEqual(failed.returncode, 3, failed.stderr)
        self.assertIn("could not be written", failed.stderr)
        self.assertEqual(self.done("export", "base.db"), self.before)
        self.sound("base.db")


if __name__ == "__main__":
    unittest.main()
