-- The register, schema 1 (docs/schema.md). What people search stands in columns; `body` is the object of the export
-- format recoupe-register/1 as JSON, whole.
CREATE TABLE report (
  id TEXT PRIMARY KEY, path TEXT NOT NULL, url TEXT NOT NULL, outlet TEXT NOT NULL, language TEXT NOT NULL,
  title TEXT NOT NULL, published TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE person (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE person_name (person TEXT NOT NULL REFERENCES person(id), name TEXT NOT NULL, PRIMARY KEY (person, name)) WITHOUT ROWID;
CREATE TABLE encounter (
  position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, status TEXT NOT NULL, date TEXT NOT NULL,
  place TEXT NOT NULL, country TEXT NOT NULL, certainty TEXT NOT NULL, independent_origins INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE telling (
  id TEXT NOT NULL, encounter TEXT NOT NULL REFERENCES encounter(id), report TEXT NOT NULL REFERENCES report(id),
  standing TEXT NOT NULL, PRIMARY KEY (encounter, id)) WITHOUT ROWID;
CREATE TABLE link (position INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE story (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reuse (position INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, relation TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE coverage (body TEXT NOT NULL);
CREATE INDEX encounter_date ON encounter(date);
CREATE INDEX telling_report ON telling(report);
CREATE INDEX person_name_name ON person_name(name);
