-- What the command side keeps beside the log.

-- Who speaks of what: the first-hand events that name another stream. A batch on which they rest cannot be withdrawn.
CREATE TABLE reference (
  stream           text NOT NULL,
  event_identifier text NOT NULL,
  of_stream        text NOT NULL,
  PRIMARY KEY (stream, event_identifier)
);

-- Words that people typed. The log holds the digest of salt and text; a text can be redacted (text is null then).
CREATE TABLE words (
  digest text  PRIMARY KEY,
  salt   bytea NOT NULL,
  text   text
);
CREATE INDEX words_by_text ON words (md5(text));

-- Persons. The log holds the id; the name is encrypted under a key of its own, and forgotten with it.
CREATE TABLE person (
  id   uuid  PRIMARY KEY,
  key  bytea,
  name bytea NOT NULL
);

-- Axon's tokens, for policies.
CREATE TABLE token_entry (
  processor_name text    NOT NULL,
  segment        integer NOT NULL,
  token          bytea,
  token_type     text,
  timestamp      text    NOT NULL,
  owner          text,
  PRIMARY KEY (processor_name, segment)
) WITH (fillfactor = 50);

GRANT SELECT ON words, person TO giaouoc_query;
