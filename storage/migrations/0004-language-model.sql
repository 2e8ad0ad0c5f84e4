-- Who allowed or forbade the use of a language model in a chat, and when; the newest entry counts.
CREATE TABLE model_consents (
  place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  platform text NOT NULL,
  chat_id text NOT NULL,
  allowed boolean NOT NULL,
  by_member text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX model_consents_of_chat ON model_consents (platform, chat_id, place DESC);

-- What was used of the day's budget.
CREATE TABLE model_usage (
  day date PRIMARY KEY,
  calls integer NOT NULL,
  tokens bigint NOT NULL
);
