"""The way through the house: a room includes only rooms to its left, and no words of a language stand in C++."""
import re
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# In the order of the data (src/README.md).
ROOMS = ["text", "lexicon", "encoder", "time", "page", "name", "source", "encounter", "reuse", "story", "link", "store",
         "registry", "formats", "serve", "cli"]
# reuse could live alone: it knows texts and the keys handed to it, not encounters.
APART = {("reuse", "encounter")}


def back_edges(source):
    """Includes of src/<room>/ that run against the order, as (file, room that it includes)."""
    found = []
    for file in sorted(source.glob("*/*.[ch]pp")):
        room = file.parent.name
        for line in file.read_text(encoding="utf-8").splitlines():
            include = re.match(r'\s*#\s*include\s+["<](\w+)/', line)
            if not include or include[1] not in ROOMS or include[1] == room:
                continue
            if ROOMS.index(include[1]) > ROOMS.index(room) or (room, include[1]) in APART:
                found.append((f"{room}/{file.name}", include[1]))
    return found


class Rooms(unittest.TestCase):
    def test_every_folder_is_a_room(self):
        folders = {p.name for p in (ROOT / "src").iterdir() if p.is_dir()}
        self.assertLessEqual(folders, set(ROOMS))

    def test_no_include_runs_backwards(self):
        self.assertEqual(back_edges(ROOT / "src"), [])

    def test_a_back_edge_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            for room, line in (("text", '#include "time/edtf.hpp"'), ("time", '#include "text/text.hpp"'),
                               ("reuse", '#include "encounter/telling.hpp"')):
                (Path(folder) / room).mkdir()
                (Path(folder) / room / "x.hpp").write_text(line + "\n")
            self.assertEqual(back_edges(Path(folder)), [("reuse/x.hpp", "encounter"), ("text/x.hpp", "time")])

    def test_every_room_has_golden_cases_and_a_line_on_the_map(self):
        readme = (ROOT / "src" / "README.md").read_text(encoding="utf-8")
        for room in (p.name for p in (ROOT / "src").iterdir() if p.is_dir()):
            self.assertIn(f"**{room}**", readme)
            cases = [p for p in (ROOT / "tests" / "golden" / room).glob("*") if p.is_dir()]
            self.assertGreaterEqual(len(cases), 10, f"golden cases of {room}")


class Words(unittest.TestCase):
    def test_words_of_languages_stand_in_the_lexicon(self):
        letters = re.compile(r"[\u00C0-\u024F\u0600-\u06FF]")
        found = []
        for file in sorted((ROOT / "src").glob("*/*.[ch]pp")):
            if file.stem.endswith("_test"):
                continue
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                if letters.search(line.split("//")[0]):
                    found.append(f"{file.parent.name}/{file.name}:{number}")
        self.assertEqual(found, [])

    def test_lexicon_files_say_what_they_hold(self):
        for file in sorted((ROOT / "lexicon").glob("*/*.tsv")):
            self.assertTrue(file.read_text(encoding="utf-8").startswith("#"), f"{file}: no comment at its head")


if __name__ == "__main__":
    unittest.main()
