"""What a person reads of a register: brief, show, explain, diff."""
import json
import shutil
import tempfile
import unittest
from pathlib import Path

import program
from program import PAGES, ROOT

ISOLATES = {"\u2068": 1, "\u2069": -1}


def run(*arguments, code=0):
    done = program.run(*arguments)
    assert done.returncode == code, (done.returncode, done.stderr)
    return done.stdout if code == 0 else done.stderr


class Reading(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.register = cls.folder / "register.db"
        run("build", PAGES, "-o", cls.register)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def test_the_brief_says_what_happened_in_the_readers_language(self):
        for language, words in (("en", ("7 April 2022", "leaves out", "recalled by")),
                                ("fr", ("7 avril 2022", "omet", "rappelé par")),
                                ("ar", ("7 أبريل 2022", "يغفل", "محمد السادس"))):
            said = run("brief", self.register, "--in", language)
            for word in words:
                self.assertIn(word, said)
            self.assertNotIn("\x1b", said, "colours in a pipe")

    def test_lines_fit_and_isolates_are_closed_in_each_paragraph(self):
        for language in ("en", "fr", "ar"):
            for columns in (40, 60, 100):
                open_isolates = 0
                for line in run("brief", self.register, "--in", language, "--columns", columns).splitlines():
                    shown = [c for c in line if c not in ISOLATES]
                    self.assertLessEqual(len(shown), columns, line)
                    open_isolates += sum(ISOLATES.get(c, 0) for c in line)
                    self.assertGreaterEqual(open_isolates, 0)
                self.assertEqual(open_isolates, 0)

    def test_brief_show_and_explain_as_json(self):
        brief = json.loads(run("brief", self.register, "--json"))
        shown = [json.loads(line) for line in run("show", self.register, "--json").splitlines()]
        self.assertEqual([e["id"] for e in brief["encounters"]], [e["id"] for e in shown])
        explained = json.loads(run("explain", self.register, shown[0]["id"], "--json"))
        self.assertEqual(explained, shown[0])

    def ids(self, *filters):
        return [json.loads(line)["id"] for line in run("show", self.register, "--json", *filters).splitlines()]

    def test_filters_keep_what_they_say(self):
        everything = self.ids()
        self.assertEqual(self.ids("--from", "2022-01", "--to", "2022-12") + self.ids("--from", "2023"), everything)
        self.assertEqual(len(self.ids("--country", "US")), 1)
        self.assertEqual(len(self.ids("--language", "ar")), 3)
        self.assertEqual(self.ids("--kind", "audience", "Sánchez"), self.ids("--outlet", "herald", "Sánchez"))
        self.assertEqual(self.ids("--certainty", "sure") + self.ids("--certainty", "likely"), everything)
        self.assertEqual(self.ids("--status", "denied"), [])
        self.assertEqual(self.ids("سانشيز"), self.ids("sanchez"), "a name in any of its scripts")

    def test_explain_quotes_each_fact_and_draws_the_chain(self):
        audience = self.ids("--kind", "audience", "Sánchez")[0]
        said = run("explain", self.register, audience)
        self.assertIn("[jeudi 7 avril 2022]", said)
        self.assertIn("\u2514\u2500", said)
        self.assertIn("direction unknown", said)

    def test_every_name_of_an_encounter_leads_to_it(self):
        encounter = json.loads(run("show", self.register, "--json", "--kind", "audience", "Sánchez"))
        for other in encounter["also_known_as"]:
            self.assertEqual(json.loads(run("explain", self.register, other, "--json"))["id"], encounter["id"])
        self.assertGreater(len(encounter["also_known_as"]), 2)

    def test_a_page_is_explained_sentence_by_sentence(self):
        page = json.loads(run("explain", self.register, "strait-herald-rabat.html", "--json"))
        self.assertEqual(page["sentences"][0]["tells"], "talks")
        self.assertEqual(page["sentences"][1]["why_not"], "nowhere")
        self.assertIn("nothing here is called", run("explain", self.register, "nobody", code=3))

    def test_two_pages_side_by_side(self):
        pages = PAGES / "courrier-audience.html", PAGES / "detroit-abrege.txt"
        rows = json.loads(run("diff", *pages, "--json"))["rows"]
        self.assertEqual([row["relation"] for row in rows], ["edited", "edited", "verbatim", "left"])
        there = json.loads(run("diff", *reversed(pages), "--json"))["rows"]
        self.assertEqual([row["relation"] for row in there], ["edited", "edited", "verbatim", "right"])
        self.assertIn("\u2248", run("diff", *pages))
        self.assertIn("none.html", run("diff", pages[0], "none.html", code=3))

    def test_a_language_without_an_interface_is_named(self):
        self.assertIn("interface.tsv", run("brief", self.register, "--in", "xx", code=2))


class InventedHeap(unittest.TestCase):
    """Each page of examples/invented shows one thing that must not be got wrong."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.register = cls.folder / "register.db"
        words = ROOT / "examples" / "invented" / "lexicon"
        made = program.run("--lexicon", words, "build", ROOT / "examples" / "invented" / "pages", "-o", cls.register)
        assert made.returncode == 1 and "bruit.html: holds no article" in made.stderr, made.stderr
        exported = json.loads(run("export", cls.register))
        cls.pages = {r["id"]: Path(r["path"]).name for r in exported["reports"]}
        cls.encounters = exported["encounters"]
        cls.exported = exported

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def on(self, date):
        found = [e for e in self.encounters if e["date"] == date]
        self.assertEqual(len(found), 1, date)
        return found[0]

    def told_by(self, encounter):
        return {self.pages[t["report"]] for t in encounter["tellings"]}

    def test_nothing_else_is_told(self):
        self.assertEqual([(e["date"], e["status"]) for e in self.encounters],
                         [("2021-05-04", "held"), ("2021-06-08", "held"), ("2021-06-17", "held"), ("2021-06-20", "denied"),
                          ("2021-07-01", "cancelled"), ("2022-03-14", "held")])

    def test_a_copy_with_a_wrong_date_is_a_contradiction_not_another_encounter(self):
        encounter = self.on("2021-05-04")
        self.assertIn("phare-date-fausse.html", self.told_by(encounter))
        values = {v["value"]: {self.pages[r] for r in v["reports"]} for c in encounter["contradictions"] for v in c["values"]}
        self.assertEqual(values["2021-05-05"], {"phare-date-fausse.html"})

    def test_a_look_alike_a_month_later_stays_apart(self):
        self.assertEqual(self.told_by(self.on("2021-06-08")), {"gazette-juin.html"})

    def test_copies_and_a_laundered_source_have_one_origin(self):
        encounter = self.on("2021-05-04")
        origins = [{self.pages[r] for r in o["reports"]} for o in encounter["origins"]]
        copies = {"gazette-audience.html", "phare-date-fausse.html", "echo-sources.html", "echo-abrege.txt"}
        self.assertEqual([len(copies & origin) for origin in origins if copies & origin], [len(copies)])
        self.assertIn({"herald-ferries.html"}, origins)
        self.assertLess(len(origins), len(self.told_by(encounter)))

    def test_a_teaser_is_not_told(self):
        told = set().union(*map(self.told_by, self.encounters))
        self.assertEqual(set(self.pages.values()) - told, {"gazette-peche.html"})

    def test_a_page_in_windows_1256_is_read(self):
        self.assertIn("manara-1256.html", self.told_by(self.on("2021-05-04")))

    def test_announced_then_held_and_announced_then_cancelled(self):
        self.assertEqual(self.told_by(self.on("2021-06-17")), {"herald-announced.txt", "herald-held.txt"})
        self.assertEqual(self.told_by(self.on("2021-07-01")), {"herald-visit-planned.txt", "gazette-annulee.html"})

    def test_a_poisoned_page_is_shown_not_obeyed(self):
        report = next(r for r in self.exported["reports"] if self.pages[r["id"]] == "poison.html")
        self.assertNotIn("alert(1)", report["text"])
        shown = run("explain", self.register, "poison.html", "--json")
        self.assertNotIn("onload", shown)
        said = run("explain", self.register, "poison.html")
        self.assertNotIn("\u202e", said)
        self.assertIn("\\u202e", said)


if __name__ == "__main__":
    unittest.main()
