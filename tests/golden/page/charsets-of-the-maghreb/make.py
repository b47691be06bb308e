"""One Arabic and one French page in each of the charsets that they are found in, declared and not."""
import sys
from pathlib import Path

ARABIC = ("<p>استقبلت الرئيسة وزير الدفاع صباح الثلاثاء في العاصمة، وتحدثا عن الميناء والحدود مدة ساعتين.</p>"
          "<p>وقال الوزير إن الميناء سيبقى مفتوحا طوال فصل الشتاء، وإن العمل فيه مستمر.</p>")
FRENCH = ("<p>La présidente a reçu le ministre à l'aéroport : la visite, prévue de longue date, a coûté cher à l'État.</p>"
          "<p>Où aller après Noël ? Le maître d'œuvre, interrogé, a répondu qu'il hésitait encore.</p>")
for text, language, charsets in ((ARABIC, "ar", ("windows-1256", "iso-8859-6", "utf-8", "utf-16")),
                                 (FRENCH, "fr", ("windows-1252", "iso-8859-15", "utf-8"))):
    for charset in charsets:
        for declared in (True, False):
            if not declared and charset in ("iso-8859-15",):
                continue  # without a declaration it cannot be told from windows-1252
            meta = f'<meta charset="{charset}">' if declared and charset != "utf-16" else ""
            page = f"<html><head>{meta}<title>x</title></head><body>{text}</body></html>"
            name = f"{language}-{charset}-{'declared' if declared else 'bare'}.html"
            (Path(sys.argv[1]) / name).write_bytes(page.encode(charset))
