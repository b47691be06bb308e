-- The register, schema 3 (docs/schema.md). What people search stands in columns; `body` is the object of the export
-- format recoupe-register/1 as JSON, whole. `key` numbers rows within this file and means nothing outside it.
CREATE TABLE report (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, url TEXT NOT NULL, outlet TEXT NOT NULL,
  language TEXT NOT NULL, title TEXT NOT NULL, published TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
  words TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE person (id TEXT PRIMARY KEY, sort_name TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE person_name (
  person TEXT NOT NULL REFERENCES person(id), name TEXT NOT NULL, folded TEXT NOT NULL,
  PRIMARY KEY (person, name)) WITHOUT ROWID;
CREATE TABLE encounter (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, status TEXT NOT NULL, date TEXT NOT NULL,
  first_day TEXT NOT NULL, last_day TEXT NOT NULL, place TEXT NOT NULL, country TEXT NOT NULL, certainty TEXT NOT NULL,
  standing TEXT NOT NULL, reports INTEGER NOT NULL, independent_origins INTEGER NOT NULL, one_side TEXT NOT NULL,
  contradicted INTEGER NOT NULL, words TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE encounter_alias (
  alias TEXT NOT NULL, encounter INTEGER NOT NULL REFERENCES encounter(key),
  PRIMARY KEY (alias, encounter)) WITHOUT ROWID;
CREATE TABLE encounter_facet (
  field TEXT NOT NULL, value TEXT NOT NULL, encounter INTEGER NOT NULL REFERENCES encounter(key),
  PRIMARY KEY (field, value, encounter)) WITHOUT ROWID;
CREATE TABLE participant (
  encounter INTEGER NOT NULL REFERENCES encounter(key), ordinal INTEGER NOT NULL, person TEXT NOT NULL,
  name TEXT NOT NULL, office TEXT NOT NULL, organisation TEXT NOT NULL, country TEXT NOT NULL, role TEXT NOT NULL,
  PRIMARY KEY (encounter, ordinal)) WITHOUT ROWID;
CREATE TABLE telling (
  id TEXT NOT NULL, encounter INTEGER NOT NULL REFERENCES encounter(key), report TEXT NOT NULL REFERENCES report(id),
  standing TEXT NOT NULL, PRIMARY KEY (encounter, id)) WITHOUT ROWID;
CREATE TABLE link (
  source TEXT NOT NULL, target TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (source, target, kind));
CREATE TABLE story (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL, reports INTEGER NOT NULL,
  independent_origins INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE story_report (story TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (story, report)) WITHOUT ROWID;
CREATE TABLE story_encounter (story TEXT NOT NULL, encounter TEXT NOT NULL, PRIMARY KEY (story, encounter)) WITHOUT ROWID;
CREATE TABLE reuse (
  source TEXT NOT NULL, target TEXT NOT NULL, relation TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (source, target));
CREATE TABLE coverage (body TEXT NOT NULL);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE INDEX report_day ON report(first_day, id);
CREATE INDEX report_outlet ON report(outlet);
CREATE INDEX report_url ON report(url);
CREATE INDEX report_path ON report(path);
CREATE INDEX person_sort ON person(sort_name, id);
CREATE INDEX person_name_folded ON person_name(folded);
CREATE INDEX encounter_date ON encounter(date, id);
CREATE INDEX encounter_day ON encounter(first_day, key);
CREATE INDEX encounter_alias_encounter ON encounter_alias(encounter);
CREATE INDEX encounter_facet_encounter ON encounter_facet(encounter, field);
CREATE INDEX participant_person ON participant(person, encounter);
CREATE INDEX telling_report ON telling(report);
CREATE INDEX telling_id ON telling(id);
CREATE INDEX link_target ON link(target);
CREATE INDEX story_day ON story(first_day, id);
CREATE INDEX story_report_report ON story_report(report);
CREATE INDEX story_encounter_encounter ON story_encounter(encounter);
CREATE INDEX reuse_target ON reuse(target);

CREATE VIRTUAL TABLE report_text USING fts5(
  words, content='report', content_rowid='key', tokenize='unicode61 remove_diacritics 0', prefix='2 3');
CREATE VIRTUAL TABLE encounter_text USING fts5(
  words, content='encounter', content_rowid='key', tokenize='unicode61 remove_diacritics 0', prefix='2 3');
CREATE TRIGGER report_found AFTER INSERT ON report BEGIN
  INSERT INTO report_text(rowid, words) VALUES (new.key, new.words);
END;
CREATE TRIGGER report_lost AFTER DELETE ON report BEGIN
  INSERT INTO report_text(report_text, rowid, words) VALUES ('delete', old.key, old.words);
END;
CREATE TRIGGER encounter_found AFTER INSERT ON encounter BEGIN
  INSERT INTO encounter_text(rowid, words) VALUES (new.key, new.words);
END;
CREATE TRIGGER encounter_lost AFTER DELETE ON encounter BEGIN
  INSERT INTO encounter_text(encounter_text, rowid, words) VALUES ('delete', old.key, old.words);
  DELETE FROM encounter_alias WHERE encounter = old.key;
  DELETE FROM encounter_facet WHERE encounter = old.key;
  DELETE FROM participant WHERE encounter = old.key;
  DELETE FROM telling WHERE encounter = old.key;
END;
CREATE TRIGGER person_lost AFTER DELETE ON person BEGIN
  DELETE FROM person_name WHERE person = old.id;
END;
CREATE TRIGGER story_lost AFTER DELETE ON story BEGIN
  DELETE FROM story_report WHERE story = old.id;
  DELETE FROM story_encounter WHERE story = old.id;
END;

-- What adding without rebuilding stands on; private to the program, and made anew from the reports where it is of
-- another version. `card`, `prints`, `page` and `asides` are what was read from a page (link/page_card.hpp, reuse/prints.hpp).
CREATE TABLE reading (
  report TEXT PRIMARY KEY, card BLOB NOT NULL, prints BLOB NOT NULL);
CREATE TABLE page (report TEXT PRIMARY KEY, page BLOB NOT NULL, asides BLOB NOT NULL);
-- Every pair of reports that was compared; `people` is who of the one is whom of the other, of two languages.
CREATE TABLE pair (
  source TEXT NOT NULL, target TEXT NOT NULL, people INTEGER NOT NULL, reuse BLOB NOT NULL,
  PRIMARY KEY (source, target)) WITHOUT ROWID;
-- What each row was made of, so that only what changed is written again.
CREATE TABLE made (
  kind INTEGER NOT NULL, id TEXT NOT NULL, fingerprint INTEGER NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;

-- What people said, apart from what was read; in the order in which it was said. `standing`: anchored, approximate,
-- unanchored, overruled or undone.
CREATE TABLE correction (
  position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, standing TEXT NOT NULL, body TEXT NOT NULL);
-- Names that are not to be kept, as hashes of their folded words: `alone` 0 counts only beside a whole name.
CREATE TABLE forgotten (
  kind TEXT NOT NULL, words INTEGER NOT NULL, hash INTEGER NOT NULL, alone INTEGER NOT NULL,
  PRIMARY KEY (kind, words, hash)) WITHOUT ROWID;
