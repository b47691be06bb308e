"""The main job as a user sees it: build, export, show, on good and on bad input."""
import itertools
import json
import resource
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from program import PAGES, RECOUPE, run


class Heap(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.register = self.folder / "register.db"

    def build(self, *inputs, cwd=None):
        return run("build", *inputs, "-o", self.register, "--replace", cwd=cwd)

    def exported(self):
        made = run("export", self.register)
        self.assertEqual(made.returncode, 0, made.stderr)
        return made.stdout


class Order(Heap):
    def test_every_permutation_gives_the_same_bytes(self):
        pages = sorted(p.name for p in PAGES.iterdir())[:4]
        seen = set()
        for order in itertools.permutations(pages):
            self.assertEqual(self.build(*order, cwd=PAGES).returncode, 0)
            seen.add(self.exported())
        self.assertEqual(len(seen), 1)

    def test_threads_do_not_show(self):
        seen = set()
        for jobs in (1, 2, 7):
            self.assertEqual(self.build(PAGES, "--jobs", jobs).returncode, 0)
            seen.add(self.exported())
        self.assertEqual(len(seen), 1)

    def test_a_heap_split_over_folders_and_lists_is_one_heap(self):
        lines = self.folder / "lines"
        lines.mkdir()
        records = [json.dumps({"id": p.name, "path": str(p)}) + "\n" for p in sorted(PAGES.iterdir())]
        seen = set()
        for cut in range(1, len(records)):
            (lines / "a.jsonl").write_text("".join(records[cut:]))
            (lines / "b.jsonl").write_text("".join(records[:cut]))
            self.assertEqual(self.build(lines / "a.jsonl", lines / "b.jsonl").returncode, 0)
            seen.add(self.exported())
        self.assertEqual(len(seen), 1)


class Evidence(Heap):
    def test_offsets_land_on_what_they_quote(self):
        self.build(PAGES)
        register = json.loads(self.exported())
        blocks = {r["id"]: [b["text"] for b in r["blocks"]] for r in register["reports"]}
        quoted = 0

        def check(report, evidence):
            nonlocal quoted
            quoted += 1
            text = blocks[evidence.get("report", report)][evidence["block"]]
            self.assertEqual(text[evidence["start"]:evidence["end"]], evidence["exact"])
            self.assertTrue(text[:evidence["start"]].endswith(evidence["prefix"]))
            self.assertTrue(text[evidence["end"]:].startswith(evidence["suffix"]))

        for encounter in register["encounters"]:
            for telling in encounter["tellings"]:
                self.assertTrue(telling["evidence"], "a telling without evidence")
                for evidence in telling["evidence"] + [e for f in telling["facts"] for e in f["evidence"]]:
                    check(telling["report"], evidence)
        for report in register["reports"]:
            for link in report["chain"]:
                check(report["id"], link["evidence"])
        self.assertGreater(quoted, 20)

    def test_what_is_linked_is_there(self):
        self.build(PAGES)
        register = json.loads(self.exported())
        encounters = {e["id"] for e in register["encounters"]}
        people = {p["id"] for p in register["people"]}
        reports = {r["id"] for r in register["reports"]}
        for link in register["links"]:
            self.assertLessEqual({link["from"], link["to"]}, encounters)
        for encounter in register["encounters"]:
            self.assertLessEqual({p["person"] for p in encounter["participants"] if p["person"]}, people)
            self.assertLessEqual({t["report"] for t in encounter["tellings"]}, reports)


class Copies(Heap):
    def test_one_communique_in_two_outlets_counts_once(self):
        self.build(PAGES)
        register = json.loads(self.exported())
        audience = [e for e in register["encounters"] if e["date"] == "2022-04-07" and
                    any("nchez" in p["name"] for p in e["participants"])]
        self.assertEqual(len(audience), 1)
        reports = {t["report"] for t in audience[0]["tellings"]}
        self.assertGreaterEqual(len(reports), 3)
        self.assertLess(audience[0]["independent_origins"], len(reports))

    def test_the_same_page_twice_is_one_report(self):
        page = next(PAGES.glob("courrier-a*"))
        shutil.copy(page, self.folder / "again.html")
        built = self.build(page, self.folder / "again.html")
        self.assertEqual(built.returncode, 0, built.stderr)
        self.assertEqual(len(json.loads(self.exported())["reports"]), 1)


class BadInput(Heap):
    def setUp(self):
        super().setUp()
        self.good = next(PAGES.glob("courrier-a*"))

    def file(self, name, content):
        (self.folder / name).write_bytes(content)
        return self.folder / name

    def refused(self, *inputs):
        """Builds with the good page beside them; every bad one is named in one line and nothing else is lost."""
        built = self.build(*inputs, self.good)
        self.assertEqual(built.returncode, 1, built.stderr)
        for bad in inputs:
            self.assertEqual(sum(f"{bad}:" in line for line in built.stderr.splitlines()), 1, built.stderr)
        self.assertEqual(len(json.loads(self.exported())["reports"]), 1)

    def test_each_is_named_and_the_rest_is_built(self):
        folder = self.folder / "empty"
        folder.mkdir()
        jpeg = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40
        self.refused(self.file("empty.html", b""), self.file("blank.txt", b" \n \n"), folder, self.folder / "missing.html",
                     self.file("photo.html", jpeg), self.file("lines.jsonl", b"{not json\n"))

    def test_a_page_beyond_the_limit(self):
        huge = self.folder / "huge.html"
        with open(huge, "wb") as out:
            out.truncate(60 * 1024 * 1024)
        self.refused(huge)

    def test_markup_nested_without_end(self):
        self.refused(self.file("deep.html", b"<html><body>" + b"<div>" * 100_000 + b"x"))

    def test_bytes_of_no_charset_do_not_stop_the_heap(self):
        broken = self.good.read_bytes().replace("é".encode(), b"\xc3")
        built = self.build(self.file("broken.html", broken), self.good)
        self.assertEqual(built.returncode, 0, built.stderr)
        self.assertEqual(sum("broken.html:" in line for line in built.stderr.splitlines()), 1, built.stderr)
        self.exported().encode("utf-8")

    def test_nothing_left(self):
        built = self.build(self.file("empty.html", b""))
        self.assertEqual(built.returncode, 3)
        self.assertFalse(self.register.exists())

    def test_an_existing_register_is_not_built_over_unasked(self):
        self.build(self.good)
        before = self.register.read_bytes()
        again = run("build", self.good, "-o", self.register)
        self.assertEqual(again.returncode, 3)
        self.assertIn("--replace", again.stderr)
        self.assertEqual(self.register.read_bytes(), before)

    def test_wrong_usage(self):
        self.assertEqual(run("build").returncode, 2)
        self.assertEqual(run("nonsense").returncode, 2)
        self.assertEqual(run("export", self.file("no.db", b"not a register")).returncode, 3)


class Show(Heap):
    def test_lists_what_a_query_holds(self):
        self.build(PAGES)
        shown = run("show", self.register, "sanchez")
        self.assertEqual(shown.returncode, 0)
        self.assertIn("7 April 2022", shown.stdout)
        self.assertNotIn("Blinken", shown.stdout)


class NoRoom(Heap):
    def test_a_disk_without_room_leaves_the_old_register(self):
        self.build(PAGES / "detroit-abrege.txt")
        before = self.exported()
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        full = subprocess.run([RECOUPE, "build", str(PAGES), "-o", str(self.register), "--replace"], preexec_fn=limit,
                              capture_output=True, text=True, timeout=300)
        self.assertEqual(full.returncode, 3, full.stderr)
        self.assertIn("could not be written", full.stderr)
        self.assertEqual(self.exported(), before)
        self.assertEqual([p.name for p in self.folder.iterdir() if p.suffix == ".new"], [])


class OddPaths(Heap):
    def test_loops_of_links_and_names_with_newlines(self):
        folder = self.folder / "heap"
        folder.mkdir()
        (folder / "loop").symlink_to(folder)
        (folder / "lost.html").symlink_to(folder / "nowhere")
        shutil.copy(PAGES / "detroit-abrege.txt", folder / "two\nlines.txt")
        built = self.build(folder)
        self.assertIn(built.returncode, (0, 1), built.stderr)
        self.assertIn("1 page in", built.stderr)
        self.assertNotIn("two\nlines", built.stderr)


if __name__ == "__main__":
    unittest.main()
