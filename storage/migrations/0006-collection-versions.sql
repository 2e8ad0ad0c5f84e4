-- Counts the changes, so that of two made at once the later one starts from the earlier.
ALTER TABLE collections ADD COLUMN version integer NOT NULL DEFAULT 1;
