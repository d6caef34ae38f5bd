-- Where a unit can be written to. It stands in no event, and is gone when it is taken away.
CREATE TABLE contact (
  unit    text PRIMARY KEY,
  address text NOT NULL
);

GRANT SELECT ON contact TO giaouoc_query;

-- Mails that are to be sent, were sent, or could not be, and why not. One for each event and unit. Whoever takes one
-- puts off its next try first, so that nobody else takes it meanwhile.
CREATE TABLE mail (
  key      text        PRIMARY KEY,
  unit     text        NOT NULL,
  subject  text        NOT NULL,
  body     text        NOT NULL,
  state    text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'given-up')),
  tries    integer     NOT NULL DEFAULT 0,
  put_at   timestamptz NOT NULL DEFAULT now(),
  next_try timestamptz NOT NULL DEFAULT now(),
  reason   text
);
CREATE INDEX mail_waiting ON mail (next_try) WHERE state = 'waiting';
