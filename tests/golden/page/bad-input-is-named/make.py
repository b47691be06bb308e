"""Pages and archives as nobody means well with them, each beside a good one."""
import gzip
import io
import sys
import zipfile
from pathlib import Path

FOLDER = Path(sys.argv[1])
TEXT = "".join(f"<p>Phrase {i} : la présidente a parlé, devant les députés, de la frontière et du port.</p>" for i in range(4))
PAGE = f"<html><head><title>Une page comme il faut</title></head><body>{TEXT}</body></html>"


def response(body, length=None, more=""):
    payload = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{more}\r\n".encode() + body
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://journal.example/x\r\nContent-Type: "
            f"application/http\r\nContent-Length: {len(payload) if length is None else length}\r\n\r\n").encode() + payload + b"\r\n\r\n"


def zipped(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return packed.getvalue()


good = PAGE.encode()
entities = "".join(f"<!ENTITY {b} '{('&' + a + ';') * 9}'>" for a, b in zip("abcdefgh", "bcdefghi"))
bomb = gzip.compress(b" " * 40_000_000)
FILES = {
    "attribute.html": f"<html><body><div class='{'a' * 900_000}' data-x=\"{'b' * 900_000}\">{TEXT}</div></body></html>",
    "binary.html": bytes(range(1, 9)) * 500,
    "blank.html": " \n\t\n",
    "deep.html": "<html><body>" + "<div>" * 100_000 + TEXT,
    "entities.html": f"<!DOCTYPE html [<!ENTITY a 'aaaaaaaaa'>{entities}]><html><body>{TEXT}<p>&i;&i;</p></body></html>",
    "gzip-bomb.html.gz": bomb,
    "gzip-cut.html.gz": gzip.compress(good)[:60],
    "large.html": good + b" " * 3_000_000,
    "mixed.html": good.replace("Phrase 1".encode(), "Caf\xe9".encode("latin-1")),
    "nul.html": good.replace(b"Phrase", b"Phr\0ase"),
    "truncated.html": good[:good.rfind("député".encode()) + 2],
    "unclosed.html": f"<html><body><table><tr><td><b><i><a href='{TEXT.replace('p>', 'p')}",
    "unclosed-tags.html": "<html><body>" + "<b><i><p><td><section>" * 300 + TEXT,
    "lines.jsonl": '{"id":1,"html":"<p>Une phrase assez longue, pour en faire un article de plus de dix mots."}\n[1,2]\n{"id":3}\n{"id":4,"path":"/nowhere"}\n',
    "packed.warc": response(bomb, more="Content-Encoding: gzip\r\n") + response(good),
    "longer.warc": response(good, len(good) + 9_000) + response(good),
    "shorter.warc": response(good, 300) + response(good),
    "negative.warc": response(good, -5) + response(good),
    "endless.warc": response(good) + response(good, 2 ** 62),
    "cut.warc.gz": gzip.compress(response(good)) + gzip.compress(response(good))[:50],
    "none.warc": "nothing of the kind\n",
    "bomb.zip": zipped(a_html=" " * 40_000_000, b_html=PAGE),
    "cut.zip": zipped(a_html=PAGE)[:-30],
    "parts.mhtml": "Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nPNG\r\n--x--\r\n",
}
for name, content in FILES.items():
    (FOLDER / name).write_bytes(content if isinstance(content, bytes) else content.encode())
