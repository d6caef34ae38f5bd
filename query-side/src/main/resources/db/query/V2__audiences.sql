-- Whom an event is for, as its envelope says; absent where that cannot be read. What was written before this was for
-- everybody.
ALTER TABLE journal ADD COLUMN audience text DEFAULT 'public';
ALTER TABLE journal ALTER COLUMN audience DROP DEFAULT;

-- Names of audiences, separated by spaces. Whoever may read all of made_of, and any of known_to, may read the document
-- as it is stored; whoever may read none of known_to does not learn that there is one.
ALTER TABLE document ADD COLUMN made_of text NOT NULL DEFAULT '', ADD COLUMN known_to text NOT NULL DEFAULT 'public';
ALTER TABLE document ALTER COLUMN made_of DROP DEFAULT, ALTER COLUMN known_to DROP DEFAULT;
