#!/bin/sh
# CPU seconds for the pages of a folder: Recoupe and the Python peers in one run.
#   bench/extraction/run.sh FOLDER [--only NAME] [--parts]
set -eu
home=$(cd "$(dirname "$0")/../.." && pwd)
peers="$home/build/bench-peers"
if [ ! -x "$peers/bin/python" ]; then
  python3 -m venv "$peers"
  "$peers/bin/pip" install -q -r "$home/bench/extraction/peers.txt"
fi
exec "$peers/bin/python" "$home/bench/extraction/compare.py" "${RECOUPE:-$home/build/release/recoupe}" "$@"
