#!/bin/sh
# CPU seconds for the pages of a folder: Recoupe and the Python peers in one run.
#   bench/extraction/run.sh FOLDER [--only NAME] [--parts]
#   bench/extraction/run.sh --paired GOLD          F1 beside trafilatura, and a paired bootstrap of the difference
set -eu
home=$(cd "$(dirname "$0")/../.." && pwd)
peers="$home/build/bench-peers"
if [ ! -x "$peers/bin/python" ]; then
  python3 -m venv "$peers"
  "$peers/bin/pip" install -q --upgrade pip  # Debian 12's does not read one peer's extras
  "$peers/bin/pip" install -q -r "$home/bench/extraction/peers.txt"
fi
script=compare.py
if [ "${1:-}" = "--paired" ]; then
  script=paired.py
  shift
fi
exec "$peers/bin/python" "$home/bench/extraction/$script" "${RECOUPE:-$home/build/release/recoupe}" "$@"
