"""A small web archive: two pages, an image, a record that is cut short, a plain text."""
import sys

PAGE = ("<html><head><title>{0}</title></head><body><h1>{0}</h1>"
        "<p>La présidente suédoise a reçu mardi à Stockholm le ministre de la Défense, pour parler du port.</p>"
        "<p>Ils se sont entretenus pendant deux heures, devant les députés, avant de visiter le chantier.</p>"
        "</body></html>")


def record(kind, name, payload, media="application/http; msgtype=response", length=None):
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://journal.example/{name}\r\n"
            f"WARC-Date: 2021-04-09T10:00:00Z\r\nContent-Type: {media}\r\n"
            f"Content-Length: {len(payload) if length is None else length}\r\n\r\n")
    sys.stdout.buffer.write(head.encode() + payload + b"\r\n\r\n")


def response(body, media="text/html; charset=utf-8", more=""):
    return f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n{more}\r\n".encode() + body


record("warcinfo", "", b"software: by hand\r\n", "application/warc-fields")
record("response", "un", response(PAGE.format("Un entretien à Stockholm").encode()))
record("response", "image", response(b"\x89PNG", "image/png"))
record("response", "ancien", response(PAGE.format("Un entretien déjà ancien").encode("cp1252"), "text/html; charset=windows-1252"))
record("response", "emballe", response(b"?", more="Content-Encoding: br\r\n"))
long = response(PAGE.format("Un entretien trop long d'une page").encode())
record("response", "long", long, length=len(long) + 400)
record("conversion", "texte", "Un entretien sans balises\n\nLa présidente a reçu le ministre mardi à Stockholm, dit-on.\nIls ont parlé du port pendant deux heures, devant les députés.\n".encode(), "text/plain")
