-- What is read back, in the order in which store.cpp reads; of every schema so far.
SELECT body FROM report ORDER BY id;
SELECT body FROM person ORDER BY id;
SELECT body FROM encounter ORDER BY date, id;
SELECT body FROM link ORDER BY source, target, kind;
SELECT body FROM story ORDER BY id;
SELECT body FROM reuse ORDER BY source, target;
SELECT body FROM coverage;
