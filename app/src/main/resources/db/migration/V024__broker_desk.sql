-- The broker's desk: match batches that people bring, and reservations with customs' inspectors.

ALTER TABLE match_batch
    ADD COLUMN title text NOT NULL DEFAULT '',
    ADD COLUMN regime text NOT NULL DEFAULT '',
    ADD COLUMN asked_by text NOT NULL DEFAULT '';

-- Rows of the three files that could not be used; the others were matched.
CREATE TABLE match_finding (
    tenant_id int NOT NULL,
    batch_id  bigint NOT NULL,
    position  int NOT NULL,
    file      text NOT NULL,
    row_no    bigint NOT NULL,
    field     text NOT NULL,
    rule      text NOT NULL,
    value     text NOT NULL,
    maybe     text NOT NULL,
    PRIMARY KEY (tenant_id, batch_id, position),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES match_batch
);
CALL protect_append_only('match_finding');

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A time at which customs inspects for us, at any hour (24 h reservation). Not more parcels than it holds (I-15, I-18).
CREATE TABLE inspection_slot (
    tenant_id int NOT NULL REFERENCES tenant,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    place     text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    capacity  int NOT NULL CHECK (capacity BETWEEN 1 AND 10000),
    booked    int NOT NULL DEFAULT 0 CHECK (booked >= 0),
    made_by   text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CHECK (booked <= capacity),
    CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '24 hours'),
    EXCLUDE USING gist (tenant_id WITH =, place WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
CALL protect('inspection_slot');

CREATE TABLE inspection_booking (
    tenant_id int NOT NULL,
    parcel_id bigint NOT NULL,                  -- one reservation a parcel
    slot_id   bigint NOT NULL,
    booked_by text NOT NULL,
    booked_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, parcel_id),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel,
    FOREIGN KEY (tenant_id, slot_id) REFERENCES inspection_slot
);
CALL protect('inspection_booking');
CREATE INDEX inspection_booking_slot ON inspection_booking (tenant_id, slot_id);

-- The feed of answers, whole and of one outcome.
CREATE INDEX customs_receipt_feed ON customs_receipt (tenant_id, returned_at, file, position);
CREATE INDEX customs_receipt_feed_outcome ON customs_receipt (tenant_id, outcome, returned_at, file, position);
