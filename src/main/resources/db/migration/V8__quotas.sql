-- What a calendar holds, so that nobody adds it up at each write: octets of its entries, the properties that clients set
-- on it and on its entries with their octets, and the revision of the last change of such a property. A row whose
-- collection is "home" or "principal" counts the properties of those.
ALTER TABLE staff_count ADD COLUMN octets ${number} NOT NULL DEFAULT 0;
ALTER TABLE staff_count ADD COLUMN properties ${number} NOT NULL DEFAULT 0;
ALTER TABLE staff_count ADD COLUMN property_octets ${number} NOT NULL DEFAULT 0;
ALTER TABLE staff_count ADD COLUMN property_revision ${number} NOT NULL DEFAULT 0;

-- Octets of the element as it is kept, in UTF-8.
ALTER TABLE dav_property ADD COLUMN octets ${number} NOT NULL DEFAULT 0;
UPDATE dav_property SET octets = OCTET_LENGTH(xml);
CREATE INDEX dav_property_by_size ON dav_property (property, resource, namespace, name, octets);

INSERT INTO staff_count (property, collection, entries)
SELECT DISTINCT property,
       CASE WHEN resource LIKE '%/%' THEN SUBSTR(resource, 1, LENGTH('00000000-0000-0000-0000-000000000000')) ELSE resource END, 0
FROM dav_property
WHERE TRUE
ON CONFLICT DO NOTHING;
UPDATE staff_count SET
    octets = COALESCE((SELECT SUM(LENGTH(o.octets)) FROM staff_object o
        WHERE o.property = staff_count.property AND o.collection = staff_count.collection), 0),
    properties = (SELECT COUNT(*) FROM dav_property d
        WHERE d.property = staff_count.property
          AND (d.resource = staff_count.collection OR d.resource LIKE staff_count.collection || '/%')),
    property_octets = COALESCE((SELECT SUM(d.octets) FROM dav_property d
        WHERE d.property = staff_count.property
          AND (d.resource = staff_count.collection OR d.resource LIKE staff_count.collection || '/%')), 0);

-- Entries that are in no calendar: of a copy that is not finished, or of a calendar that was deleted. Nobody sees them; they
-- go in steps.
CREATE TABLE unlinked_collection (
    property   ${uuid}   NOT NULL,
    collection TEXT      NOT NULL,
    since_ms   ${number} NOT NULL,
    PRIMARY KEY (property, collection)
) ${clustered};
