-- An empty chat_id stands for the whole organisation.
CREATE TABLE word_lists (
  platform text NOT NULL,
  chat_id text NOT NULL,
  word text NOT NULL,
  list text NOT NULL CHECK (list IN ('allow', 'deny', 'own-name')),
  suggestion text,
  PRIMARY KEY (platform, chat_id, word)
);
CREATE TABLE word_list_history (
  place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  platform text NOT NULL,
  chat_id text NOT NULL,
  by_member text NOT NULL,
  what text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX word_list_history_of ON word_list_history (platform, chat_id, place);
