-- A calendar that staff made. Its key is never used again, so that a new calendar of an old name is another one.
CREATE TABLE staff_calendar (
    property   ${uuid}   NOT NULL,
    collection TEXT      NOT NULL,
    name       TEXT      NOT NULL,
    components TEXT      NOT NULL,
    created_ms ${number} NOT NULL,
    PRIMARY KEY (property, collection),
    UNIQUE (property, name)
) ${rows};

-- What staff wrote, octet for octet, and what stands for blocks that they made elsewhere; those of the whole property
-- are not to be written to. The days are those that a search has to look at: from the first to before the last.
CREATE TABLE staff_object (
    property   ${uuid}   NOT NULL,
    collection TEXT      NOT NULL,
    name       TEXT      NOT NULL,
    uid        TEXT      NOT NULL,
    component  TEXT      NOT NULL,
    block      ${uuid},
    writable   ${flag}   NOT NULL,
    first_day  ${date}   NOT NULL,
    last_day   ${date}   NOT NULL,
    etag       TEXT      NOT NULL,
    octets     ${bytes}  NOT NULL,
    changed_ms ${number} NOT NULL,
    PRIMARY KEY (property, collection, name),
    UNIQUE (property, collection, uid)
) ${rows};

CREATE INDEX staff_object_by_block ON staff_object (property, block);
CREATE INDEX staff_object_by_days ON staff_object (property, collection, last_day, first_day);

-- Properties that clients set on a resource of the property, as XML.
CREATE TABLE dav_property (
    property  ${uuid} NOT NULL,
    resource  TEXT    NOT NULL,
    namespace TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    xml       TEXT    NOT NULL,
    PRIMARY KEY (property, resource, namespace, name)
) ${rows};

-- Up to which revision tombstones of a collection were forgotten: older sync tokens are refused.
CREATE TABLE forgotten_change (
    property   ${uuid}   NOT NULL,
    collection TEXT      NOT NULL,
    revision   ${number} NOT NULL,
    PRIMARY KEY (property, collection)
) ${rows};
