-- The boxes of secret ballots. What is in one lies in a table of its own, which is made with it and dropped with it, so
-- that nothing of it stays among the rows of another. Here is what everybody may know.
CREATE TABLE ballot_box (
  poll         text    PRIMARY KEY,
  stamping_key text    NOT NULL,
  box_key      text    NOT NULL,
  paper_length integer NOT NULL,
  state        text    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'sealed', 'destroyed', 'told'))
);
