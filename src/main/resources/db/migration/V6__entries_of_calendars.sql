-- How many entries of staff a calendar has, so that nobody counts them at each new one.
CREATE TABLE staff_count (
    property   ${uuid}   NOT NULL,
    collection TEXT      NOT NULL,
    entries    ${number} NOT NULL,
    PRIMARY KEY (property, collection)
) ${clustered};

INSERT INTO staff_count (property, collection, entries)
SELECT property, collection, COUNT(*) FROM staff_object GROUP BY property, collection;
