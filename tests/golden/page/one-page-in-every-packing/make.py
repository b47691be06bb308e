"""The same page as a file, packed, saved by browsers, in archives and as a line of JSON."""
import gzip
import io
import json
import quopri
import sys
import zipfile
from pathlib import Path

FOLDER = Path(sys.argv[1])
URL = "https://journal.example/2021/04/un"
PAGE = ("<!DOCTYPE html><html><head><meta charset=utf-8><title>Un entretien à Stockholm</title></head><body>"
        "<h1>Un entretien à Stockholm</h1>"
        "<p>La présidente suédoise a reçu mardi à Stockholm le ministre de la Défense, pour parler du port.</p>"
        "<p>Ils se sont entretenus pendant deux heures, devant les députés, avant de visiter le chantier.</p></body></html>")
good = PAGE.encode()
http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(good, mtime=0)
record = (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nWARC-Date: 2021-04-09T10:00:00Z\r\n"
          f"Content-Type: application/http\r\nContent-Length: {len(http)}\r\n\r\n").encode() + http + b"\r\n\r\n"


def zipped(members, how):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


single = PAGE.replace("<html>", f"<html><!--\n Page saved with SingleFile \n url: {URL} \n saved date: Fri Apr 09 2021 10:00:00 GMT+0200\n-->")
mhtml = (f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {URL}\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n"
         "--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n").encode() \
    + quopri.encodestring(good) + b"\r\n--x--\r\n"
FILES = {
    "a.html": good,
    "b.html.gz": gzip.compress(good),
    "c-single.html": single.encode(),
    "d.mhtml": mhtml,
    "e.warc": record,
    "f.warc.gz": gzip.compress(record),
    "g.wacz": zipped({"archive/data.warc.gz": gzip.compress(record), "pages/pages.jsonl": '{"format":"json-pages-1.0"}\n',
                      "datapackage.json": "{}"}, zipfile.ZIP_STORED),
    "h.zip": zipped({"in/page.html": good, "in/page_files/frame.html": good, "in/photo.jpg": b"x"}, zipfile.ZIP_DEFLATED),
    "i.jsonl": (json.dumps({"id": 1, "html": PAGE, "url": URL}) + "\n" + json.dumps({"id": 2, "path": str(FOLDER / "a.html")}) + "\n").encode(),
    "j-utf16.html": PAGE.replace("<meta charset=utf-8>", "").encode("utf-16"),
}
for name, content in FILES.items():
    (FOLDER / name).write_bytes(content)
