-- Few at any time: what came in and is not checked yet.
CREATE INDEX revisions_on_their_way ON revisions (received_at) WHERE state = 'received';
