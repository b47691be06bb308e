"""The README's tour runs as written, and its pictures are what the program prints."""
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from program import RECOUPE, ROOT


class Readme(unittest.TestCase):
    def test_every_command_of_the_tour_runs(self):
        blocks = re.findall(r"^```sh\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
        self.assertGreater(len(blocks), 5)
        with tempfile.TemporaryDirectory() as build:
            for block in blocks:
                script = block.replace("build/release/recoupe", RECOUPE).replace("build/tour", build + "/tour") \
                              .replace("build/invented", build + "/invented").replace("build/dossier", build + "/dossier")
                run = subprocess.run(["sh", "-e", "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=300)
                self.assertEqual(run.returncode, 0, block + run.stderr)
                self.assertTrue(run.stdout or "export" in block, block)

    def test_the_pictures_show_what_is_printed(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["tools/pictures", folder], cwd=ROOT, check=True, timeout=300, env=dict(os.environ, RECOUPE=RECOUPE))
            for drawn in sorted(Path(folder).iterdir()):
                kept = ROOT / "docs" / "pictures" / drawn.name
                self.assertEqual(drawn.read_text(encoding="utf-8"), kept.read_text(encoding="utf-8"),
                                 f"{drawn.name}: tools/pictures draws it anew")


if __name__ == "__main__":
    unittest.main()
