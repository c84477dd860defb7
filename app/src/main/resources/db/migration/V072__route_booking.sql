-- The route desk: questions that were kept, room that was booked for shippers, what was promised and when that changed, and what does not run.
CREATE TABLE route_saved (
    tenant_id int NOT NULL REFERENCES tenant,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    fields    jsonb NOT NULL,                       -- the question as it was asked
    options   jsonb NOT NULL,                       -- the answer of that moment
    saved_by  text NOT NULL,
    saved_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL protect_append_only('route_saved');

CREATE TABLE route_booking (
    tenant_id    int NOT NULL REFERENCES tenant,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    token        text NOT NULL,                     -- of the form: sent twice, booked once
    fields       jsonb NOT NULL,                    -- the question, from which new ways are searched
    journey      jsonb NOT NULL,                    -- the way it has now, docs/formats/network.md
    slots        int NOT NULL CHECK (slots > 0),    -- hundredths of a forty-foot container
    kg           int NOT NULL CHECK (kg >= 0),
    m3           int NOT NULL CHECK (m3 >= 0),
    cost         bigint NOT NULL CHECK (cost >= 0), -- of these goods, minor units
    arrives_at   timestamptz NOT NULL,              -- by the timetable
    booked_by    text NOT NULL,
    booked_at    timestamptz NOT NULL,
    cancelled_at timestamptz,
    stranded     boolean NOT NULL DEFAULT false,    -- its way is gone and no other was found
    UNIQUE (tenant_id, token),
    PRIMARY KEY (tenant_id, id)
);
CALL protect('route_booking');

-- What a shipper or a buyer was told; a later arrival always has a row with its reason.
CREATE TABLE promise (
    tenant_id   int NOT NULL REFERENCES tenant,
    subject     text NOT NULL CHECK (subject IN ('container', 'booking')),
    subject_id  bigint NOT NULL,
    turn        int NOT NULL CHECK (turn > 0),
    promised_at timestamptz,                        -- NULL: no way is known
    reason      text NOT NULL CHECK (reason <> ''),
    told_by     text NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, subject, subject_id, turn)
);
CALL protect_append_only('promise');

-- Departures that do not run, or run although no timetable has them.
CREATE TABLE departure_change (
    tenant_id int NOT NULL REFERENCES tenant,
    line      text NOT NULL,
    leaves_at timestamptz NOT NULL,
    runs      boolean NOT NULL,
    reason    text NOT NULL CHECK (reason <> ''),
    told_by   text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, line, leaves_at)
);
CALL protect('departure_change');
