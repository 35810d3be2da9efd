-- The unit that a claim insists on, and what calendars call a claim that is no guest's.
ALTER TABLE claim ADD COLUMN wanted_unit ${uuid};
ALTER TABLE claim ADD COLUMN title TEXT;
