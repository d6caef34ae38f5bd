-- Files that people handed in. The log holds the digest of salt and content; a content can be taken away (null then).
CREATE TABLE file (
  digest     text        PRIMARY KEY,
  salt       bytea       NOT NULL,
  name       text        NOT NULL,
  media_type text        NOT NULL,
  content    bytea,
  request    text        UNIQUE,
  kept_at    timestamptz NOT NULL DEFAULT now()
);

GRANT SELECT ON file TO giaouoc_query;
