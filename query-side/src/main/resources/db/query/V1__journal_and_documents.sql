-- The journal: every event of the log once, in the order in which readers came to know it. Never renumbered.
CREATE TABLE journal (
  position     bigint      PRIMARY KEY,
  event_id     text        NOT NULL UNIQUE,
  global_index bigint      NOT NULL UNIQUE,
  recorded_at  timestamptz NOT NULL,
  stream       text        NOT NULL,
  version      bigint      NOT NULL,
  type         text        NOT NULL,
  revision     text        NOT NULL,
  payload      text        NOT NULL,
  metadata     text        NOT NULL,
  UNIQUE (stream, version)
);

CREATE INDEX journal_by_time ON journal (recorded_at, position);
CREATE INDEX journal_of_withdrawals ON journal (position) WHERE type = 'proceedings.ProceedingsWithdrawn';

-- How far the log is read: of every transaction before this one it is known that it is over and in the journal.
CREATE TABLE journal_watermark (
  one               boolean PRIMARY KEY DEFAULT true CHECK (one),
  settled           xid8    NOT NULL,
  system_identifier bigint  NOT NULL
);

-- Which events a document is made of. A key with a space in it is not a document's: see Keys.
CREATE TABLE journal_key (
  key      text   COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (key, position)
);

CREATE INDEX journal_key_by_position ON journal_key (position);

-- How far the journal is folded. Whoever folds or rebuilds holds this row.
CREATE TABLE folded (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  position bigint  NOT NULL
);

INSERT INTO folded (position) VALUES (0);

CREATE TABLE document (
  fold         text        NOT NULL,
  key          text        COLLATE "C" NOT NULL,
  fold_version int         NOT NULL,
  position     bigint      NOT NULL,
  -- where the last fact of it stands in the order of facts
  last_fact    text        NOT NULL,
  -- from when on it is the answer without a cut: everything in it applies by then
  whole_from   timestamptz NOT NULL,
  document     text        NOT NULL,
  PRIMARY KEY (fold, key)
);

-- Which version of a fold its documents were last built with throughout.
CREATE TABLE fold (
  name    text PRIMARY KEY,
  version int  NOT NULL
);

-- What could not be read (fold '*') or not be folded.
CREATE TABLE parked (
  fold     text   NOT NULL,
  key      text   NOT NULL,
  position bigint NOT NULL,
  cause    text   NOT NULL,
  PRIMARY KEY (fold, key, position)
);
