"""What CI checks on a clean clone: the README's test command, then what only CI needs.

The last line is "N passed, N failed": the single cases of all test runs, and one for each check.
"""
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def step(name, command, seconds=3600):
    print(f"==> {name}", flush=True)
    run = subprocess.run(command, cwd=ROOT, shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                         errors="replace", timeout=seconds)
    lines = run.stdout.splitlines()
    print("\n".join(lines if run.returncode else lines[-3:]), flush=True)
    figures = re.findall(r"^(\d+) passed, (\d+) failed$", run.stdout, re.M)
    if figures:
        passed, failed = map(int, figures[-1])
        return passed, failed if failed or not run.returncode else 1
    return (0, 1) if run.returncode else (1, 0)


def main():
    os.environ.setdefault("CTEST_PARALLEL_LEVEL", "2")
    # The web pages are the same whatever the compiler: their tests run once, in the README's command.
    built = lambda preset: (f"cmake --preset {preset} && cmake --build --preset {preset} && "
                            f"tools/run-tests build/{preset} --exclude-regex '^(pages|pages_checked|browser)$'")
    steps = [
        ("the README's test command", "./tools/test"),
        ("what only CI needs", "./tools/setup --ci"),
        ("format", "clang-format-19 --dry-run -Werror $(git ls-files 'src/*.cpp' 'src/*.hpp' 'bench/*.cpp' 'fuzz/*.cpp')"),
        ("the README's other command", "./tools/demo"),
        ("clang", built("clang")),
        ("AddressSanitizer and UndefinedBehaviorSanitizer", built("asan")),
        ("clang-tidy", r"run-clang-tidy-19 -quiet -p build/clang '/src/.*(?<!_test)\.cpp$'"),
        ("fuzz, shortly", "cmake --preset fuzz && cmake --build --preset fuzz --target fuzzers && tools/fuzz --seconds 20"),
    ]
    passed = failed = 0
    for name, command in steps:
        good, bad = step(name, command)
        passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
