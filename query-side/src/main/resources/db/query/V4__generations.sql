-- The documents of a fold stand in generations: the one that is read, one that may be built beside it, and the one before.
ALTER TABLE document ADD COLUMN generation int NOT NULL DEFAULT 0;
ALTER TABLE document ALTER COLUMN generation DROP DEFAULT;
ALTER TABLE document DROP CONSTRAINT document_pkey, ADD PRIMARY KEY (fold, generation, key);

ALTER TABLE fold
  ADD COLUMN serving         int NOT NULL DEFAULT 0,
  ADD COLUMN building        int,
  ADD COLUMN former          int,
  ADD COLUMN former_version  int,
  -- up to where the former generation is folded
  ADD COLUMN former_position bigint;

-- A fold that is being built, or was last. Whoever builds it holds an advisory lock and writes its name here.
CREATE TABLE rebuild (
  fold         text        PRIMARY KEY REFERENCES fold (name),
  version      int         NOT NULL,
  stage        text        NOT NULL,
  -- whether it is switched to without being asked, and whatever the comparison says
  by_itself    boolean     NOT NULL,
  regardless   boolean     NOT NULL,
  runner       text,
  -- all up to here is in the generation that is being built
  position     bigint      NOT NULL,
  done         bigint      NOT NULL DEFAULT 0,
  total        bigint      NOT NULL DEFAULT 0,
  per_second   bigint      NOT NULL DEFAULT 0,
  equal        bigint      NOT NULL DEFAULT 0,
  differing    bigint      NOT NULL DEFAULT 0,
  unexplained  bigint      NOT NULL DEFAULT 0
);

-- Some of the documents that became other than they were, and the first place in which they differ.
CREATE TABLE rebuild_difference (
  fold      text    NOT NULL,
  key       text    COLLATE "C" NOT NULL,
  explained boolean NOT NULL,
  pointer   text    NOT NULL,
  before    text,
  after     text,
  PRIMARY KEY (fold, key)
);

-- A document that could not be folded says so itself, in its generation: see Documents. What is left are the events
-- that could not be read. What is parked so far is tried again at the first start.
UPDATE document d SET fold_version = -1, document = '' FROM parked p WHERE p.fold = d.fold AND p.key = d.key;
DELETE FROM parked WHERE fold <> '*';
ALTER TABLE parked RENAME TO unreadable;
ALTER TABLE unreadable RENAME COLUMN key TO stream;
ALTER TABLE unreadable DROP CONSTRAINT parked_pkey;
ALTER TABLE unreadable DROP COLUMN fold;
ALTER TABLE unreadable ADD PRIMARY KEY (position);

-- The few that are to be made, or cannot be.
CREATE INDEX document_without_version ON document (fold, generation, fold_version, key) WHERE fold_version <= 0;

-- A withdrawal is looked up in the stream of its proceedings.
DROP INDEX journal_of_withdrawals;
