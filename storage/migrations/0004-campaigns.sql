-- What an organiser decided about one person of a collection.
CREATE TABLE collection_overrides (
  collection_id text NOT NULL REFERENCES collections ON DELETE CASCADE,
  member_id text NOT NULL,
  member_name text,
  kind text NOT NULL CHECK (kind IN ('exempt', 'leave', 'returned')),
  reason text NOT NULL DEFAULT '',
  revision_id text,
  by_member text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (collection_id, member_id, kind)
);

-- Collections that were understood from a notice, a form or a command and wait for somebody's word.
CREATE TABLE collection_drafts (
  id text PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('open', 'started', 'dropped')),
  record jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX collection_drafts_by_age ON collection_drafts (created_at);
