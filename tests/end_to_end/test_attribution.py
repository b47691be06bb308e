"""The annotations of who says what hold spans and hashes only, and their scorer can tell right from wrong."""
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from program import RECOUPE, ROOT

SCORER = ROOT / "tools" / "score-attribution"
TEXT = "Anna Berg a déclaré que le port resterait ouvert."


def score(*arguments):
    return subprocess.run([sys.executable, SCORER, *map(str, arguments), "--program", RECOUPE], capture_output=True, text=True)


class Attribution(unittest.TestCase):
    def test_annotations_hold_no_words(self):
        for path in sorted((ROOT / "tests" / "attribution").glob("*.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                self.assertLess(max(map(len, re.findall(r"[a-z]+", re.sub(r"[0-9a-f]{64}", "", line)))), 15, line)
                for attribution in json.loads(line)["attributions"]:
                    spans = [attribution["cue"], *attribution["content"], *filter(None, [attribution["source"]])]
                    self.assertTrue(all(0 <= begin < end for begin, end in spans), line)

    def test_without_the_texts_it_is_skipped(self):
        done = score("no-such-file")
        self.assertEqual(done.returncode, 77)
        self.assertIn("skipped", done.stdout)

    def test_what_is_right_scores_one_and_what_is_wrong_does_not(self):
        for source, wanted in (([0, 9], "who_said_what_f1=1.000"), ([24, 31], "who_said_what_f1=0.000")):
            with tempfile.TemporaryDirectory() as folder:
                Path(folder, "texts.jsonl").write_text(json.dumps({"text": TEXT}), encoding="utf-8")
                gold = {"text": hashlib.sha256(TEXT.encode()).hexdigest(), "language": "fr", "sentence": [0, len(TEXT)],
                        "attributions": [{"source": source, "cue": [10, 19], "content": [[20, len(TEXT)]]}]}
                Path(folder, "annotations").mkdir()
                Path(folder, "annotations", "fr.jsonl").write_text(json.dumps(gold), encoding="utf-8")
                done = score(Path(folder, "texts.jsonl"), "--annotations", Path(folder, "annotations"))
                self.assertIn(wanted, done.stdout, done.stderr)


if __name__ == "__main__":
    unittest.main()
