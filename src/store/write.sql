-- One statement for each way to write, apart by semicolons, in the order of rows.cpp's Statement.
INSERT INTO report(id, path, url, outlet, language, title, published, first_day, last_day, words, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
INSERT INTO person VALUES (?, ?, ?);
INSERT INTO person_name VALUES (?, ?, ?);
INSERT INTO encounter(id, kind, status, date, first_day, last_day, place, country, certainty, standing, reports,
                      independent_origins, one_side, contradicted, words, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
INSERT OR IGNORE INTO encounter_alias VALUES (?, ?);
INSERT OR IGNORE INTO encounter_facet VALUES (?, ?, ?);
INSERT INTO participant VALUES (?, ?, ?, ?, ?, ?, ?, ?);
INSERT INTO telling VALUES (?, ?, ?, ?);
INSERT INTO link VALUES (?, ?, ?, ?);
INSERT INTO story VALUES (?, ?, ?, ?, ?, ?, ?);
INSERT INTO story_report VALUES (?, ?);
INSERT INTO story_encounter VALUES (?, ?);
INSERT INTO reuse VALUES (?, ?, ?, ?);
INSERT INTO coverage VALUES (?);
INSERT OR REPLACE INTO meta VALUES (?, ?);
DELETE FROM report WHERE id = ?;
DELETE FROM person WHERE id = ?;
DELETE FROM encounter WHERE id = ?;
DELETE FROM link WHERE source = ? AND target = ? AND kind = ?;
DELETE FROM story WHERE id = ?;
DELETE FROM reuse WHERE source = ? AND target = ?;
DELETE FROM coverage;
SELECT name FROM person_name WHERE person = ?;
SELECT language, outlet, url FROM report WHERE id = ?;
SELECT title, first_day, last_day FROM report WHERE id = ?;
