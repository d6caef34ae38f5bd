-- Of which type an event is, so that those of other types need not be fetched: a digest of the name, which is enough,
-- because what is fetched in vain is left aside when it is read.
ALTER TABLE journal_key ADD COLUMN type int;
UPDATE journal_key k SET type = hashtext(j.type) FROM journal j WHERE j.position = k.position;
ALTER TABLE journal_key ALTER COLUMN type SET NOT NULL,
  DROP CONSTRAINT journal_key_pkey, ADD PRIMARY KEY (key, position) INCLUDE (type);
-- it only grows, and is read from its index alone where that is known
ALTER TABLE journal_key SET (autovacuum_vacuum_insert_scale_factor = 0.02);

-- Which streams have events of a key, for whom, and since which position.
CREATE TABLE journal_stream (
  key      text   COLLATE "C" NOT NULL,
  stream   text   NOT NULL,
  audience text   NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (key, stream, audience)
);
INSERT INTO journal_stream (key, stream, audience, position)
SELECT k.key, j.stream, coalesce(j.audience, ''), min(j.position)
FROM journal_key k JOIN journal j USING (position) WHERE position(' ' IN k.key) = 0 GROUP BY 1, 2, 3;

-- A document is made of the events that may say something about its question, and of no others; so there are fewer.
-- The progress of a year is put together from its pledges and reports.
DELETE FROM document WHERE fold = 'progress';
DELETE FROM rebuild_difference WHERE fold = 'progress';
DELETE FROM rebuild WHERE fold = 'progress';
DELETE FROM fold WHERE name = 'progress';
UPDATE fold SET version = 0;
