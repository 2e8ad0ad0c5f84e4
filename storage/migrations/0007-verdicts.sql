-- What of a result decides where its author stands, beside it: results are large, and standings are read all the time.
ALTER TABLE results
  ADD COLUMN kind_id text GENERATED ALWAYS AS (result #>> '{kind,id}') STORED,
  ADD COLUMN finding_severities jsonb GENERATED ALWAYS AS (
    jsonb_path_query_array(result, '$.findings[*].severity')) STORED,
  ADD COLUMN missing_severities jsonb GENERATED ALWAYS AS (
    jsonb_path_query_array(result, '$.missing[*].severity')) STORED;
