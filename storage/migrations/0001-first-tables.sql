CREATE TABLE inbox (
  platform text NOT NULL,
  event_key text NOT NULL,
  event jsonb NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'claimed', 'done', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  received_at timestamptz NOT NULL DEFAULT now(),
  touched_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (platform, event_key)
);
CREATE INDEX inbox_unfinished ON inbox (touched_at) WHERE state IN ('waiting', 'claimed');
CREATE INDEX inbox_finished ON inbox (touched_at) WHERE state IN ('done', 'failed');

CREATE TABLE chats (
  platform text NOT NULL,
  chat_id text NOT NULL,
  members_at timestamptz NOT NULL,
  PRIMARY KEY (platform, chat_id)
);
CREATE TABLE chat_members (
  platform text NOT NULL,
  chat_id text NOT NULL,
  member_id text NOT NULL,
  name text,
  place bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (platform, chat_id, member_id),
  FOREIGN KEY (platform, chat_id) REFERENCES chats ON DELETE CASCADE
);

CREATE TABLE collections (
  id text PRIMARY KEY,
  platform text NOT NULL,
  chat_id text NOT NULL,
  state text NOT NULL,
  deadline timestamptz NOT NULL,
  record jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX collections_of_chat ON collections (platform, chat_id, created_at DESC);
CREATE INDEX collections_open ON collections (deadline) WHERE state = 'open';
CREATE TABLE collection_history (
  place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  collection_id text NOT NULL REFERENCES collections ON DELETE CASCADE,
  by_member text NOT NULL,
  what text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX collection_history_of ON collection_history (collection_id, place);

CREATE TABLE revisions (
  id uuid PRIMARY KEY,
  place bigint GENERATED ALWAYS AS IDENTITY,
  platform text NOT NULL,
  chat_id text NOT NULL,
  collection_id text,
  -- The collection, or the chat where there is none: numbers count within it.
  scope text NOT NULL,
  author_id text NOT NULL,
  author_name text,
  file_message_id text NOT NULL,
  file_key text NOT NULL,
  file_name text NOT NULL,
  reply_to text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  received_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'checked', 'refused', 'failed', 'withdrawn')),
  final boolean NOT NULL DEFAULT false,
  refusal_code text,
  refusal_message text,
  UNIQUE (platform, file_message_id, file_key),
  UNIQUE (platform, scope, author_id, number)
);
CREATE INDEX revisions_of_chat ON revisions (platform, chat_id, author_id, received_at DESC, place DESC);
CREATE INDEX revisions_of_collection ON revisions (collection_id, author_id, number DESC) WHERE collection_id IS NOT NULL;

CREATE TABLE results (
  revision_id uuid PRIMARY KEY REFERENCES revisions ON DELETE CASCADE,
  result jsonb NOT NULL,
  text text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE replies (
  key text PRIMARY KEY,
  platform text NOT NULL,
  chat_id text NOT NULL,
  message_id text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX replies_by_message ON replies (platform, message_id, recorded_at DESC);

CREATE TABLE nudges (
  collection_id text NOT NULL,
  member_id text NOT NULL,
  slot text NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  PRIMARY KEY (collection_id, member_id, slot)
);
CREATE INDEX nudges_unsent ON nudges (claimed_at) WHERE sent_at IS NULL;

CREATE TABLE waivers (
  platform text NOT NULL,
  chat_id text NOT NULL,
  member_id text NOT NULL,
  rule text NOT NULL,
  phrase text NOT NULL,
  PRIMARY KEY (platform, chat_id, member_id, rule, phrase)
);
