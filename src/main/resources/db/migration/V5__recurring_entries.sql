-- Entries that recur are looked at every day: few among many.
CREATE INDEX staff_object_recurring ON staff_object (property, collection, name) WHERE last_day = '9999-12-31';
