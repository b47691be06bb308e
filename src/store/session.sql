-- One statement for each way to keep what adding stands on, in the order of session.cpp's Statement.
SELECT report, card, prints FROM reading ORDER BY report;
INSERT OR REPLACE INTO reading VALUES (?, ?, ?);
DELETE FROM reading WHERE report = ?;
SELECT page, asides FROM page WHERE report = ?;
INSERT OR REPLACE INTO page VALUES (?, ?, ?);
DELETE FROM page WHERE report = ?;
SELECT source, target, people, reuse FROM pair;
INSERT OR REPLACE INTO pair VALUES (?, ?, ?, ?);
DELETE FROM pair WHERE source = ? AND target = ?;
SELECT kind, id, fingerprint FROM made;
INSERT OR REPLACE INTO made VALUES (?, ?, ?);
DELETE FROM made WHERE kind = ? AND id = ?;
SELECT value FROM meta WHERE key = ?;
SELECT id, body FROM report ORDER BY id;
SELECT story, report FROM story_report ORDER BY story, report;
SELECT report, card, prints FROM reading WHERE report = ?;
SELECT id FROM report WHERE id = ?1 OR path = ?1 OR url = ?1 ORDER BY id;
