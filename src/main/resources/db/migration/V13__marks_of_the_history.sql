-- The one row about this database: what tells it from others, the mark of its history, which is another one after a
-- restore, since when, and the mark of the running server, which is another one at each start.
CREATE TABLE history (
    one        ${number} NOT NULL PRIMARY KEY CHECK (one = 1),
    database_id TEXT     NOT NULL,
    mark       TEXT      NOT NULL,
    since_ms   ${number} NOT NULL,
    start_mark TEXT      NOT NULL
) ${rows};
INSERT INTO history (one, database_id, mark, since_ms, start_mark) VALUES (1, ${random}, ${random}, 0, ${random});

-- Under which start the newest revision of a property was made, and the first revision that was made under it. Those of
-- before this table have the mark 0.
ALTER TABLE property_revision ADD COLUMN start_mark TEXT NOT NULL DEFAULT '0';
ALTER TABLE property_revision ADD COLUMN marked_since ${number} NOT NULL DEFAULT 0;

-- The first revision of a property that was made under each start.
CREATE TABLE revision_mark (
    property   ${uuid}   NOT NULL,
    revision   ${number} NOT NULL,
    start_mark TEXT      NOT NULL,
    PRIMARY KEY (property, revision)
) ${clustered};
