-- What could not be read, or is no report, is no version: its number goes to the next one.
ALTER TABLE revisions ADD COLUMN numbered boolean NOT NULL DEFAULT true;
UPDATE revisions SET numbered = false
  WHERE state = 'refused'
    OR EXISTS (SELECT 1 FROM results WHERE revision_id = revisions.id AND kind_id IS NULL);
ALTER TABLE revisions DROP CONSTRAINT revisions_platform_scope_author_id_number_key;
CREATE UNIQUE INDEX revisions_numbered ON revisions (platform, scope, author_id, number) WHERE numbered;
