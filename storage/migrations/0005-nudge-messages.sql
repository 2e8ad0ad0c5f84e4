-- The message a nudge goes out with, so that another process sends the very same one; and when it was first claimed,
-- since platforms know a message again for an hour only.
ALTER TABLE nudges ADD COLUMN message text;
ALTER TABLE nudges ADD COLUMN first_claimed_at timestamptz NOT NULL DEFAULT now();
