-- What is read back, in the order in which store.cpp reads.
SELECT body FROM report ORDER BY id;
SELECT body FROM person ORDER BY id;
SELECT body FROM encounter ORDER BY position;
SELECT body FROM link ORDER BY position;
SELECT body FROM story ORDER BY id;
SELECT body FROM reuse ORDER BY position;
SELECT body FROM coverage;
