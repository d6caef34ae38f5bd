-- Where an event that stands in the place of a corrected one sorts; absent where that is its own position.
ALTER TABLE journal ADD COLUMN place bigint;
