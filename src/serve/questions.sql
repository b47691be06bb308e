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
