-- The one card of a collection that tells who has handed in; a card too old to be edited is followed by the next number.
CREATE TABLE roster_cards (
  collection_id text PRIMARY KEY,
  message_id text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  sent_at timestamptz NOT NULL,
  -- Digest of what the card shows.
  shown text NOT NULL
);

CREATE TABLE private_nudges (
  platform text NOT NULL,
  member_id text NOT NULL,
  PRIMARY KEY (platform, member_id)
);

-- Who is not to be nudged about a collection for a while.
CREATE TABLE nudge_pauses (
  collection_id text NOT NULL,
  member_id text NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (collection_id, member_id)
);
