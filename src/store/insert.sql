-- One statement for each table, apart by semicolons, in the order in which store.cpp prepares them.
INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?);
INSERT INTO person VALUES (?, ?);
INSERT INTO person_name VALUES (?, ?);
INSERT INTO encounter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
INSERT INTO telling VALUES (?, ?, ?, ?);
INSERT INTO link VALUES (?, ?, ?, ?, ?);
INSERT INTO story VALUES (?, ?);
INSERT INTO reuse VALUES (?, ?, ?, ?, ?);
INSERT INTO coverage VALUES (?);
