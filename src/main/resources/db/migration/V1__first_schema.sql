-- One text for every database; the dialect supplies types and table options.
-- Nights are dates in the property's zone; moments are milliseconds since 1970-01-01T00:00Z.

CREATE TABLE account (
    account    ${uuid}   NOT NULL PRIMARY KEY,
    name       TEXT      NOT NULL,
    created_ms ${number} NOT NULL
) ${rows};

CREATE TABLE property (
    property        ${uuid}   NOT NULL PRIMARY KEY,
    account         ${uuid}   NOT NULL REFERENCES account (account),
    managing_entity ${uuid}   NOT NULL,
    name            TEXT      NOT NULL,
    time_zone       TEXT      NOT NULL,
    check_in        TEXT      NOT NULL,
    check_out       TEXT      NOT NULL,
    version         ${number} NOT NULL,
    changed_ms      ${number} NOT NULL,
    UNIQUE (account, managing_entity)
) ${rows};

CREATE TABLE property_revision (
    property   ${uuid}   NOT NULL PRIMARY KEY,
    revision   ${number} NOT NULL,
    changed_ms ${number} NOT NULL
) ${clustered};

CREATE TABLE room_type (
    property   ${uuid}   NOT NULL REFERENCES property (property),
    room_type  ${uuid}   NOT NULL,
    name       TEXT      NOT NULL,
    slug       TEXT      NOT NULL,
    color      TEXT,
    version    ${number} NOT NULL,
    changed_ms ${number} NOT NULL,
    PRIMARY KEY (property, room_type),
    UNIQUE (property, slug)
) ${rows};

-- A retired unit keeps its past nights but is sold no more.
CREATE TABLE unit (
    property  ${uuid}   NOT NULL,
    unit      ${uuid}   NOT NULL,
    room_type ${uuid}   NOT NULL,
    name      TEXT      NOT NULL,
    position  ${number} NOT NULL,
    retired   ${flag}   NOT NULL,
    PRIMARY KEY (property, unit),
    FOREIGN KEY (property, room_type) REFERENCES room_type (property, room_type)
) ${rows};

CREATE INDEX unit_by_room_type ON unit (property, room_type, position);

CREATE TABLE claim (
    property         ${uuid}   NOT NULL,
    claim            ${uuid}   NOT NULL,
    kind             TEXT      NOT NULL,
    holder           ${uuid}   NOT NULL,
    room_type        ${uuid}   NOT NULL,
    arrival          ${date}   NOT NULL,
    departure        ${date}   NOT NULL,
    split            ${flag}   NOT NULL,
    sequence         ${number} NOT NULL,
    guest_first_name TEXT,
    guest_last_name  TEXT,
    adults           ${number} NOT NULL,
    children         ${number} NOT NULL,
    booking_code     TEXT,
    channel          TEXT,
    special_requests TEXT,
    created_ms       ${number} NOT NULL,
    changed_ms       ${number} NOT NULL,
    PRIMARY KEY (property, claim)
) ${clustered};

CREATE INDEX claim_by_holder ON claim (property, holder);
CREATE INDEX claim_by_room_type ON claim (property, room_type, departure, arrival);

-- Rule 1 lives in this primary key: a unit has one claim a night.
CREATE TABLE room_night (
    property ${uuid} NOT NULL,
    unit     ${uuid} NOT NULL,
    night    ${date} NOT NULL,
    claim    ${uuid} NOT NULL,
    PRIMARY KEY (property, unit, night)
) ${clustered};

CREATE INDEX room_night_by_claim ON room_night (property, claim);

-- Nights of a recorded claim for which no unit was free: a fact that is kept, shown and alarmed.
CREATE TABLE overbooked_night (
    property  ${uuid} NOT NULL,
    room_type ${uuid} NOT NULL,
    night     ${date} NOT NULL,
    claim     ${uuid} NOT NULL,
    PRIMARY KEY (property, room_type, night, claim)
) ${clustered};

CREATE INDEX overbooked_night_by_claim ON overbooked_night (property, claim);

CREATE TABLE booking (
    property           ${uuid}   NOT NULL,
    booking            ${uuid}   NOT NULL,
    booking_code       TEXT,
    first_name         TEXT,
    last_name          TEXT,
    email              TEXT,
    phone              TEXT,
    sales_channel_name TEXT,
    special_requests   TEXT,
    cancelled          ${flag}   NOT NULL,
    cancelled_ms       ${number},
    currency_code      TEXT,
    total_amount       ${amount},
    first_arrival      ${date}   NOT NULL,
    last_departure     ${date}   NOT NULL,
    source_version     ${number},
    version            ${number} NOT NULL,
    created_ms         ${number} NOT NULL,
    changed_ms         ${number} NOT NULL,
    PRIMARY KEY (property, booking)
) ${rows};

CREATE INDEX booking_by_dates ON booking (property, first_arrival, booking);

-- One row a unit: a stay of quantity 3 has three rows with one position.
CREATE TABLE room_stay (
    property  ${uuid}   NOT NULL,
    booking   ${uuid}   NOT NULL,
    claim     ${uuid}   NOT NULL,
    position  ${number} NOT NULL,
    room_type ${uuid}   NOT NULL,
    room_name TEXT      NOT NULL,
    arrival   ${date}   NOT NULL,
    departure ${date}   NOT NULL,
    adults    ${number} NOT NULL,
    children  ${number} NOT NULL,
    PRIMARY KEY (property, booking, claim)
) ${clustered};

CREATE TABLE idempotency_key (
    property        ${uuid}   NOT NULL,
    client          TEXT      NOT NULL,
    route           TEXT      NOT NULL,
    idempotency_key TEXT      NOT NULL,
    fingerprint     TEXT      NOT NULL,
    status          ${number} NOT NULL,
    etag            TEXT,
    body            ${bytes}  NOT NULL,
    created_ms      ${number} NOT NULL,
    PRIMARY KEY (property, client, route, idempotency_key)
) ${rows};

CREATE INDEX idempotency_key_by_age ON idempotency_key (created_ms);

CREATE TABLE double_booking (
    property       ${uuid}   NOT NULL,
    double_booking ${uuid}   NOT NULL,
    room_type      ${uuid}   NOT NULL,
    claim          ${uuid}   NOT NULL,
    arrival        ${date}   NOT NULL,
    departure      ${date}   NOT NULL,
    state          TEXT      NOT NULL,
    version        ${number} NOT NULL,
    created_ms     ${number} NOT NULL,
    changed_ms     ${number} NOT NULL,
    PRIMARY KEY (property, double_booking)
) ${rows};

CREATE INDEX double_booking_by_claim ON double_booking (property, claim);

-- The octets are one VEVENT; the VCALENDAR around it is the same for all.
CREATE TABLE calendar_object (
    property   ${uuid}   NOT NULL,
    name       TEXT      NOT NULL,
    uid        TEXT      NOT NULL,
    claim      ${uuid}   NOT NULL,
    arrival    ${date}   NOT NULL,
    departure  ${date}   NOT NULL,
    etag       TEXT      NOT NULL,
    octets     ${bytes}  NOT NULL,
    changed_ms ${number} NOT NULL,
    PRIMARY KEY (property, name)
) ${rows};

CREATE INDEX calendar_object_by_dates ON calendar_object (property, departure, arrival);

-- Membership and change log in one: the last change of every name that a collection has or had.
CREATE TABLE calendar_member (
    property   ${uuid}   NOT NULL,
    collection TEXT      NOT NULL,
    name       TEXT      NOT NULL,
    revision   ${number} NOT NULL,
    removed    ${flag}   NOT NULL,
    changed_ms ${number} NOT NULL,
    PRIMARY KEY (property, collection, name)
) ${clustered};

CREATE INDEX calendar_member_by_revision ON calendar_member (property, collection, revision);

-- The key versions that anything here is encrypted with, so that a node with other keys is noticed, not obeyed.
CREATE TABLE encryption_key (
    key_version ${number} NOT NULL PRIMARY KEY,
    fingerprint TEXT      NOT NULL
) ${rows};

CREATE TABLE account_key (
    account     ${uuid}   NOT NULL,
    key_version ${number} NOT NULL,
    wrapped     ${bytes}  NOT NULL,
    PRIMARY KEY (account, key_version)
) ${rows};

CREATE TABLE connection (
    property       ${uuid}   NOT NULL PRIMARY KEY,
    account        ${uuid}   NOT NULL,
    identifier     ${uuid}   NOT NULL,
    lookup         TEXT      NOT NULL UNIQUE,
    key_version    ${number} NOT NULL,
    ciphertext     ${bytes}  NOT NULL,
    created_ms     ${number} NOT NULL,
    last_access_ms ${number}
) ${rows};

-- external_id is the name by which an outside issuer knows the client.
CREATE TABLE oauth_client (
    account     ${uuid}   NOT NULL,
    client      TEXT      NOT NULL PRIMARY KEY,
    external_id TEXT      UNIQUE,
    name        TEXT      NOT NULL,
    secret_hash TEXT      NOT NULL,
    scopes      TEXT      NOT NULL,
    created_ms  ${number} NOT NULL,
    revoked_ms  ${number}
) ${rows};

CREATE TABLE oauth_token (
    token_hash TEXT      NOT NULL PRIMARY KEY,
    client     TEXT      NOT NULL,
    scopes     TEXT      NOT NULL,
    issued_ms  ${number} NOT NULL,
    expires_ms ${number} NOT NULL
) ${rows};

CREATE INDEX oauth_token_by_client ON oauth_token (client);
CREATE INDEX oauth_token_by_expiry ON oauth_token (expires_ms);
