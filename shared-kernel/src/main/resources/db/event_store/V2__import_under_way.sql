-- A log that is being taken from a file into Axon Server, which has no transaction for all of it: while this row is
-- there, what is on the server is a part, and nothing starts on it.
CREATE TABLE import_under_way (
  one    boolean PRIMARY KEY DEFAULT true CHECK (one),
  sha256 text    NOT NULL
);

GRANT SELECT ON import_under_way TO giaouoc_command, giaouoc_query;
