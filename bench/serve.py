#!/usr/bin/env python3
"""How serve does on a register of 100,000 generated reports: latency of filters and searches at 50 questions a second,
memory, and when the first timeline stands in a browser's window.

    bench/serve.py [--reports 100000] [--seconds 20] [--recoupe build/release/recoupe]

The register is generated as rows, not read from pages: three outlets carry each encounter.
"""
import argparse
import http.client
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SYLLABLES = "ba ke li mo nu ra se ti vo zu da fe gi jo pu xa".split()
COUNTRIES = "MA FR ES SE GB US DE IT SN TN DZ EG SA QA TR JP".split()
KINDS = "audience talks visit call multilateral signing other".split()


def name_of(number):
    def word(n):
        return "".join(SYLLABLES[(n >> (4 * i)) % 16] for i in range(3)).capitalize()
    return f"{word(number * 7 + 1)} {word(number * 31 + 5)}"


def evidence(report):
    return {"report": report, "block": 0, "start": 0, "end": 30, "exact": "the words that say it, as they", "prefix": "", "suffix": " stand there"}


def generated(reports):
    """One register in the export format, line by line, for `recoupe` to take in."""
    random.seed(7)
    made = {"format": "recoupe-register/1", "reports": [], "people": [], "encounters": [], "links": [], "stories": [], "reuse": []}
    people = max(20, reports // 20)
    for i in range(people):
        person = name_of(i)
        made["people"].append({"id": f"p{i:016x}", "names": {"Latn": person}, "variants": [person], "offices": [
            {"title": {"en": "Minister of Trade"}, "organisation": None, "country": COUNTRIES[i % 16], "at": [], "evidence": []}]})
    for i in range(reports // 3):
        day = f"{1990 + i % 34}-{1 + i // 34 % 12:02d}-{1 + i // 408 % 28:02d}"
        ids = [f"r{i * 3 + k:016x}" for k in range(3)]
        host, guest = random.randrange(people), random.randrange(people)
        text = " ".join(name_of(i * 13 + k) for k in range(60))
        for k, report in enumerate(ids):
            made["reports"].append({"id": report, "path": f"{report}.html", "url": f"https://outlet{(i + k) % 50}.example/{report}", "outlet": f"Outlet {(i + k) % 50}",
                "byline": None, "language": ["fr", "ar", "en"][k], "title": f"{name_of(host)} receives {name_of(guest)}", "text": text,
                "blocks": [{"kind": "paragraph", "text": text, "language": "en", "author": None, "date": None, "url": None}],
                "published": {"value": day, "basis": "meta", "evidence": None}, "versions": [], "chain": []})
        participants = [{"person": f"p{who:016x}", "name": name_of(who), "office": "Minister of Trade", "organisation": None,
            "country": COUNTRIES[who % 16], "role": role, "certainty": "sure"} for who, role in ((host, "host"), (guest, "guest"))]
        facts = lambda report: [{"field": "participant", "value": p["name"], "basis": "written", "evidence": [evidence(report)]} for p in participants]
        made["encounters"].append({"id": f"e{i:016x}", "also_known_as": [], "kind": KINDS[i % 7], "status": "held" if i % 9 else "denied", "date": day,
            "place": {"name": f"{name_of(i % 300).split()[0]}", "venue": None, "country": COUNTRIES[host % 16], "lat": None, "lon": None},
            "certainty": ["sure", "likely", "to_check"][i % 3], "because": ["verb_frame"], "participants": participants,
            "topics": [{"text": f"trade in {name_of(i % 997)}", "language": "en"}],
            "tellings": [{"id": f"t{i * 3 + k:016x}", "report": report, "standing": "main", "evidence": [evidence(report)], "candidates": [], "omits": [], "adds": [],
                          "facts": facts(report)} for k, report in enumerate(ids)],
            "origins": [{"kind": "communique", "authority": None, "side": "host", "reports": ids}], "independent_origins": 1, "contradictions": [], "claims": []})
        made["stories"].append({"id": f"s{i:016x}", "reports": ids, "encounters": [f"e{i:016x}"], "origins": [], "independent_origins": 1})
    made["coverage"] = {"read": reports, "without_telling": 0, "languages": {}, "outlets": {}, "months": {}}
    return made


def questions(count):
    random.seed(11)
    for i in range(count):
        who = name_of(random.randrange(3000)).split()[0]
        yield random.choice([
            f"/api/encounters?q={who[:random.randrange(2, 7)]}", f"/api/encounters?country={random.choice(COUNTRIES)}&from={random.randrange(1990, 2024)}",
            "/api/encounters?q=minister&status=denied", f"/api/periods?unit=year&q={who}", f"/api/choices?field=outlet&kind={random.choice(KINDS)}",
            f"/api/encounters?outlet=Outlet+{random.randrange(50)}&language=ar", f"/api/places?country={random.choice(COUNTRIES)}",
            f"/api/reports?q={who}", f"/api/people?q={who[:4]}", f"/api/stories?q={who}", f"/api/encounters/e{random.randrange(30000):016x}"])


def asked(port, rate, seconds):
    """Latencies in milliseconds, each counted from when the question was due."""
    paths, times, lock = list(questions(rate * seconds)), [], threading.Lock()
    start = time.perf_counter() + 0.2

    def worker(first, step):
        link = http.client.HTTPConnection("127.0.0.1", port)
        for i in range(first, len(paths), step):
            due = start + i / rate
            time.sleep(max(0, due - time.perf_counter()))
            link.request("GET", paths[i])
            answer = link.getresponse()
            answer.read()
            with lock:
                times.append(((time.perf_counter() - due) * 1000, answer.status, paths[i]))
    threads = [threading.Thread(target=worker, args=(k, 8)) for k in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return times


def memory(process):
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--reports", type=int, default=100_000)
    arguments.add_argument("--seconds", type=int, default=20)
    arguments.add_argument("--rate", type=int, default=50)
    arguments.add_argument("--fill", default=str(ROOT / "build" / "release" / "fill_register"))
    arguments.add_argument("--recoupe", default=str(ROOT / "build" / "release" / "recoupe"))
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        register = Path(folder) / "register.db"
        subprocess.run([chosen.fill, str(register)], input=json.dumps(generated(chosen.reports)), text=True, check=True)
        began = time.perf_counter()
        server = subprocess.Popen([chosen.recoupe, "serve", str(register), "--port", "0"], stderr=subprocess.PIPE, text=True)
        try:
            port = int(server.stderr.readline().rstrip("/\n").rsplit(":", 1)[1])
            ready = time.perf_counter() - began
            times = sorted(asked(port, chosen.rate, chosen.seconds))
            wrong = [one for one in times if one[1] != 200 and not one[2].startswith("/api/encounters/e")]
            at = lambda share: times[min(len(times) - 1, int(share * len(times)))][0]
            print(f"{chosen.reports} reports, register of {register.stat().st_size >> 20} MB, ready after {ready:.2f} s")
            print(f"{len(times)} questions at {chosen.rate}/s: p50 {at(.5):.1f} ms, p90 {at(.9):.1f}, p99 {at(.99):.1f}, most {times[-1][0]:.1f} ({times[-1][2]}); {len(wrong)} refused")
            print(f"memory at most {memory(server):.0f} MB")
            shown = subprocess.run([str(ROOT / "build" / "web" / "node"), str(ROOT / "web" / "tests" / "browser" / "first-timeline.ts"), f"http://127.0.0.1:{port}"],
                                   capture_output=True, text=True, check=False)
            print(shown.stdout.strip() or shown.stderr.strip())
        finally:
            server.terminate()
            server.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
