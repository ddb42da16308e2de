CREATE FUNCTION record_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the record is append-only'; END $$

CREATE FUNCTION record_grows_at_its_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number IS DISTINCT FROM (SELECT coalesce(max(number) + 1, 0) FROM record_lines WHERE dialogue = NEW.dialogue)
  THEN RAISE EXCEPTION 'the record grows by one entry at its end'; END IF;
  RETURN NEW;
END $$

CREATE TRIGGER record_lines_no_update BEFORE UPDATE OR DELETE ON record_lines FOR EACH ROW EXECUTE FUNCTION record_is_append_only()

CREATE TRIGGER record_lines_no_truncate BEFORE TRUNCATE ON record_lines FOR EACH STATEMENT EXECUTE FUNCTION record_is_append_only()

ALTER TABLE record_lines ENABLE ALWAYS TRIGGER record_lines_no_update

ALTER TABLE record_lines ENABLE ALWAYS TRIGGER record_lines_no_truncate

CREATE TRIGGER disclosures_no_update BEFORE UPDATE OR DELETE ON disclosures FOR EACH ROW EXECUTE FUNCTION record_is_append_only()

CREATE TRIGGER disclosures_no_truncate BEFORE TRUNCATE ON disclosures FOR EACH STATEMENT EXECUTE FUNCTION record_is_append_only()

ALTER TABLE disclosures ENABLE ALWAYS TRIGGER disclosures_no_update

ALTER TABLE disclosures ENABLE ALWAYS TRIGGER disclosures_no_truncate

CREATE TRIGGER bodies_no_update BEFORE UPDATE OR DELETE ON bodies FOR EACH ROW EXECUTE FUNCTION record_is_append_only()

CREATE TRIGGER recordings_no_update BEFORE UPDATE OR DELETE ON recordings FOR EACH ROW EXECUTE FUNCTION record_is_append_only()

CREATE TRIGGER bodies_no_truncate BEFORE TRUNCATE ON bodies FOR EACH STATEMENT EXECUTE FUNCTION record_is_append_only()

CREATE TRIGGER recordings_no_truncate BEFORE TRUNCATE ON recordings FOR EACH STATEMENT EXECUTE FUNCTION record_is_append_only()

ALTER TABLE bodies ENABLE ALWAYS TRIGGER bodies_no_update

ALTER TABLE recordings ENABLE ALWAYS TRIGGER recordings_no_update

ALTER TABLE bodies ENABLE ALWAYS TRIGGER bodies_no_truncate

ALTER TABLE recordings ENABLE ALWAYS TRIGGER recordings_no_truncate

CREATE TRIGGER record_lines_next_only BEFORE INSERT ON record_lines FOR EACH ROW EXECUTE FUNCTION record_grows_at_its_end()

ALTER TABLE record_lines ENABLE ALWAYS TRIGGER record_lines_next_only
