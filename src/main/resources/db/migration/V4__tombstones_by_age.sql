-- Finds the changes that are old enough to be forgotten without a look at the rest of the log.
CREATE INDEX calendar_member_removed ON calendar_member (changed_ms) WHERE removed = TRUE;
