-- The unit that a claim insists on, and what calendars call a claim that is no guest's.
ALTER TABLE claim ADD COLUMN wanted_unit ${uuid};
ALTER TABLE claim ADD COLUMN title TEXT;

ALTER TABLE property ADD COLUMN blocks_over_stays TEXT NOT NULL DEFAULT 'KEEP';

-- Nights that staff take off sale: of any unit of a room type, of one unit, or of the whole property (no room type).
CREATE TABLE block (
    property       ${uuid}   NOT NULL,
    block          ${uuid}   NOT NULL,
    room_type      ${uuid},
    unit           ${uuid},
    reason         TEXT      NOT NULL,
    note           TEXT,
    first_arrival  ${date}   NOT NULL,
    last_departure ${date}   NOT NULL,
    version        ${number} NOT NULL,
    created_ms     ${number} NOT NULL,
    changed_ms     ${number} NOT NULL,
    PRIMARY KEY (property, block)
) ${rows};

CREATE INDEX block_by_dates ON block (property, first_arrival, block);

-- One row an occurrence: an entry that recurs in a calendar app has many.
CREATE TABLE block_stay (
    property  ${uuid} NOT NULL,
    block     ${uuid} NOT NULL,
    arrival   ${date} NOT NULL,
    departure ${date} NOT NULL,
    PRIMARY KEY (property, block, arrival)
) ${clustered};
