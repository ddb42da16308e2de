CREATE TRIGGER record_lines_no_update BEFORE UPDATE ON record_lines
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER record_lines_no_delete BEFORE DELETE ON record_lines
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER disclosures_no_update BEFORE UPDATE ON disclosures
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER disclosures_no_delete BEFORE DELETE ON disclosures
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER bodies_no_update BEFORE UPDATE ON bodies
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER bodies_no_delete BEFORE DELETE ON bodies
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER recordings_no_update BEFORE UPDATE ON recordings
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER recordings_no_delete BEFORE DELETE ON recordings
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER record_lines_next_only BEFORE INSERT ON record_lines
WHEN NEW.number IS NOT (SELECT coalesce(max(number) + 1, 0) FROM record_lines WHERE dialogue = NEW.dialogue)
BEGIN SELECT RAISE(ABORT, 'the record grows by one entry at its end'); END;

CREATE TRIGGER disclosures_next_only BEFORE INSERT ON disclosures
WHEN EXISTS (SELECT 1 FROM disclosures WHERE dialogue = NEW.dialogue AND number = NEW.number AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

CREATE TRIGGER bodies_next_only BEFORE INSERT ON bodies
WHEN EXISTS (SELECT 1 FROM bodies WHERE dialogue = NEW.dialogue AND digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
