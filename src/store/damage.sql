-- What must give nothing, or "ok".
PRAGMA integrity_check(20);
SELECT 'participant of no encounter: ' || encounter FROM participant WHERE encounter NOT IN (SELECT key FROM encounter) LIMIT 20;
SELECT 'telling ' || id || ' of no encounter' FROM telling WHERE encounter NOT IN (SELECT key FROM encounter) LIMIT 20;
SELECT 'telling ' || id || ' in no report' FROM telling WHERE report NOT IN (SELECT id FROM report) LIMIT 20;
SELECT 'facet of no encounter: ' || value FROM encounter_facet WHERE encounter NOT IN (SELECT key FROM encounter) LIMIT 20;
SELECT 'name of nobody: ' || person FROM person_name WHERE person NOT IN (SELECT id FROM person) LIMIT 20;
SELECT 'encounter ' || id || ' does not count its reports' FROM encounter e
  WHERE reports <> (SELECT count(DISTINCT report) FROM telling WHERE encounter = e.key) LIMIT 20;
SELECT 'report ' || id || ' is not found by search' FROM report WHERE key NOT IN (SELECT rowid FROM report_text) LIMIT 20;
SELECT 'encounter ' || id || ' is not found by search' FROM encounter
  WHERE key NOT IN (SELECT rowid FROM encounter_text) LIMIT 20;
