-- Entries that recur are looked at every day: few among many.
CREATE INDEX staff_object_recurring ON staff_object (property, collection, name) WHERE last_day = '9999-12-31';

-- When an object was made: a room stay as its claim, and an entry of staff that is older than this column as far as known.
ALTER TABLE calendar_object ADD COLUMN created_ms ${number} NOT NULL DEFAULT 0;
ALTER TABLE staff_object ADD COLUMN created_ms ${number} NOT NULL DEFAULT 0;
UPDATE calendar_object SET created_ms = COALESCE(
    (SELECT c.created_ms FROM claim c
     WHERE c.property = calendar_object.property AND c.claim = calendar_object.claim), changed_ms);
UPDATE staff_object SET created_ms = changed_ms;
