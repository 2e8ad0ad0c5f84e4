-- Marks of the passages of a report, made once for its text: reports that share a passage have one in common. A mark stands for
-- words and chat together, so that other chats are never looked at.
CREATE TABLE passage_marks (
  mark integer NOT NULL,
  revision_id uuid NOT NULL REFERENCES results ON DELETE CASCADE,
  PRIMARY KEY (mark, revision_id)
);
CREATE INDEX passage_marks_of ON passage_marks (revision_id);
ALTER TABLE results ADD COLUMN marked boolean NOT NULL DEFAULT false;
