"""What CI checks on a clean clone: the README's test command, then what only CI needs.

The last line is "N passed, N failed": the single cases of all test runs, and one for each check.
"""
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def step(name, command, seconds=3600):
    print(f"==> {name}", flush=True)
    begun = time.monotonic()
    run = subprocess.run(command, cwd=ROOT, shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                         errors="replace", timeout=seconds)
    lines = run.stdout.splitlines()
    print("\n".join(lines if run.returncode else lines[-3:]), flush=True)
    print(f"took {time.monotonic() - begun:.0f} s", flush=True)
    figures = re.findall(r"^(\d+) passed, (\d+) failed$", run.stdout, re.M)
    if figures:
        passed, failed = map(int, figures[-1])
        return passed, failed if failed or not run.returncode else 1
    return (0, 1) if run.returncode else (1, 0)


def main():
    os.environ.setdefault("CTEST_PARALLEL_LEVEL", "2")
    # The web pages are the same whatever the compiler: their tests run once, in the README's command.
    # One build by clang, with the sanitizers and what the fuzzers need, is the second compiler's too.
    steps = [
        ("the README's test command", "./tools/test"),
        ("the README's other command", "./tools/demo"),
        ("what only CI needs", "./tools/setup --ci"),
        ("format", "clang-format-19 --dry-run -Werror $(git ls-files 'src/*.cpp' 'src/*.hpp' 'bench/*.cpp' 'fuzz/*.cpp')"),
        ("clang, with AddressSanitizer and UndefinedBehaviorSanitizer",
         "cmake --preset asan && cmake --build --preset asan && "
         "RECOUPE_HEAPS=1 RECOUPE_KILLS=2 tools/run-tests build/asan --exclude-regex '^(pages|pages_checked|browser)$'"),
        ("fuzz, shortly", "tools/fuzz --seconds 15"),
        ("clang-tidy", "cmake --preset tidy && cmake --build --preset tidy --target recoupe_headers && "
                       r"run-clang-tidy-19 -quiet -p build/tidy '/src/.*(?<!_test)\.cpp$'"),
    ]
    passed = failed = 0
    for name, command in steps:
        good, bad = step(name, command)
        passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
