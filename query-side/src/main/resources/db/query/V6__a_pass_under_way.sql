-- Of a pass over the log that takes many pages: before which transaction its snapshot has everything, and up to which
-- index of the log all of that is in the journal. Whoever counts what waits need not look at what was taken.
CREATE TABLE journal_pass (
  one     boolean PRIMARY KEY DEFAULT true CHECK (one),
  settles xid8    NOT NULL,
  reached bigint  NOT NULL
);
