-- How the entry was read that a block comes from, as JSON; null where nothing had to be assumed.
ALTER TABLE block ADD COLUMN assumptions TEXT;

-- Stays have units of their own: an occurrence may be in another one than the rest, also in the same night. A number tells
-- stays of one arrival apart. No unit means any.
CREATE TABLE block_stay_in_unit (
    property  ${uuid}   NOT NULL,
    block     ${uuid}   NOT NULL,
    arrival   ${date}   NOT NULL,
    number    ${number} NOT NULL,
    departure ${date}   NOT NULL,
    unit      ${uuid},
    PRIMARY KEY (property, block, arrival, number)
) ${clustered};

INSERT INTO block_stay_in_unit (property, block, arrival, number, departure, unit)
SELECT s.property, s.block, s.arrival, 0, s.departure, b.unit
FROM block_stay s JOIN block b ON b.property = s.property AND b.block = s.block;

DROP TABLE block_stay;
ALTER TABLE block_stay_in_unit RENAME TO block_stay;
