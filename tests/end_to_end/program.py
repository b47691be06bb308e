"""The program under test and the example pages."""
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RECOUPE = os.environ.get("RECOUPE", str(ROOT / "build" / "release" / "recoupe"))
PAGES = ROOT / "examples" / "public"


def run(*arguments, cwd=None):
    return subprocess.run([RECOUPE, *map(str, arguments)], capture_output=True, text=True, errors="replace", cwd=cwd, timeout=300)
