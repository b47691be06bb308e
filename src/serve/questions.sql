-- What is asked of a register, apart by semicolons, in the order of connection.hpp's Question. JSON is cut out of the
-- bodies here, so that a list never parses what it does not show.
SELECT key, first_day, last_day, place, country, kind, status, certainty, standing, independent_origins, one_side, contradicted
  FROM encounter ORDER BY first_day = '', first_day, key;
SELECT field, value, encounter FROM encounter_facet ORDER BY field, value, encounter;
SELECT key, id, first_day FROM report ORDER BY first_day = '', first_day, key;
SELECT id, first_day FROM story ORDER BY first_day = '', first_day, id;
SELECT story, report FROM story_report;
SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM encounter), (SELECT count(*) FROM person), (SELECT count(*) FROM story);
SELECT rowid FROM encounter_text WHERE encounter_text MATCH ?;
SELECT rowid FROM report_text WHERE report_text MATCH ?;
SELECT id, kind, status, date, first_day, certainty, standing, reports, independent_origins, one_side, contradicted,
       json_extract(body, '$.place', '$.participants', '$.topics', '$.origins')
  FROM encounter WHERE key = ?;
SELECT encounter FROM encounter_alias WHERE alias = ?;
SELECT body FROM encounter WHERE key = ?;
SELECT json_extract(body, '$.place.lat', '$.place.lon') FROM encounter WHERE key = ?;
SELECT value FROM encounter_facet WHERE encounter = ? AND field = ? ORDER BY value;
SELECT json_extract(body, '$.names', '$.offices') FROM person WHERE id = ?;
SELECT body FROM person WHERE id = ?;
SELECT encounter FROM participant WHERE person = ?;
SELECT id, sort_name FROM person WHERE (sort_name, id) > (?, ?) ORDER BY sort_name, id LIMIT ?;
SELECT count(*) FROM person;
SELECT person, folded FROM person_name ORDER BY person;
SELECT sort_name FROM person WHERE id = ?;
SELECT id, path, url, outlet, language, title, published, json_extract(body, '$.published.basis', '$.chain'),
       length(json_extract(body, '$.text'))
  FROM report WHERE id = ?;
SELECT body FROM report WHERE id = ?;
SELECT id FROM report WHERE key = ?;
SELECT DISTINCT encounter FROM telling WHERE report = ?;
SELECT target, kind, json_extract(body, '$.evidence') FROM link WHERE source = ? ORDER BY kind, target;
SELECT source, kind, json_extract(body, '$.evidence') FROM link WHERE target = ? ORDER BY kind, source;
SELECT source, target, json_extract(body, '$.relation', '$.score', '$.direction') FROM reuse WHERE source = ?1
  UNION SELECT source, target, json_extract(body, '$.relation', '$.score', '$.direction') FROM reuse WHERE target = ?1;
SELECT body FROM reuse WHERE source = ? AND target = ?;
SELECT story FROM story_report WHERE report = ? ORDER BY story;
SELECT story FROM story_encounter WHERE encounter = ? ORDER BY story;
SELECT title, first_day, last_day, reports, independent_origins,
       (SELECT count(*) FROM story_encounter WHERE story = id), json_extract(body, '$.origins') FROM story WHERE id = ?;
SELECT report FROM story_report WHERE story = ? ORDER BY report;
SELECT encounter FROM story_encounter WHERE story = ? ORDER BY encounter;
SELECT body FROM coverage;
SELECT body FROM encounter WHERE instr(body, '"candidates":["') > 0 ORDER BY first_day = '', first_day DESC, key;
SELECT body FROM encounter WHERE contradicted <> 0 ORDER BY first_day = '', first_day DESC, key;
SELECT person, encounter FROM participant WHERE person <> '' ORDER BY person;
SELECT a.encounter, b.encounter FROM link
  JOIN encounter_alias AS a ON a.alias = link.source JOIN encounter_alias AS b ON b.alias = link.target
  WHERE link.kind = 'part_of';
SELECT a.id, min(b.id) FROM encounter AS e
  JOIN telling AS a ON a.encounter = e.key AND a.id = 't' || substr(e.id, 2)
  JOIN telling AS b ON b.encounter = e.key AND b.report <> a.report
  WHERE e.reports > 1 AND e.certainty <> 'sure' AND e.contradicted = 0
    AND NOT EXISTS (SELECT 1 FROM reuse WHERE source = a.report AND target = b.report)
    AND NOT EXISTS (SELECT 1 FROM reuse WHERE source = b.report AND target = a.report)
  GROUP BY e.key ORDER BY e.first_day = '', e.first_day DESC, e.key;
SELECT min(t.id) FROM encounter AS e JOIN telling AS t ON t.encounter = e.key
  WHERE e.certainty = 'to_check' AND e.reports = 1 GROUP BY e.key ORDER BY e.first_day = '', e.first_day DESC, e.key;
SELECT id FROM telling WHERE encounter = ? ORDER BY standing DESC, id LIMIT 1;
SELECT e.key, report.url, told.value FROM telling AS t
  JOIN encounter AS e ON e.key = t.encounter JOIN report ON report.id = t.report, json_each(e.body, '$.tellings') AS told
  WHERE t.id = ?1 AND json_extract(told.value, '$.id') = ?1 LIMIT 1;
