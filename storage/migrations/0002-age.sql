CREATE INDEX revisions_by_age ON revisions (received_at);
CREATE INDEX replies_by_age ON replies (recorded_at);
