-- The bench: every scan as it was made, what it did, and what was refused. Units keep their own facts; this is the log beside them.

CREATE TABLE scan (
    tenant_id   int NOT NULL REFERENCES tenant,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    client_id   uuid NOT NULL,                  -- made by the station before it sends: sent twice, it counts once
    station     text NOT NULL CHECK (station IN ('RECEIVE', 'LABEL', 'WEIGH', 'BAG', 'SEAL', 'LOAD', 'UNLOAD', 'HOLD', 'RETURN')),
    place       text NOT NULL,                  -- where the person stands; empty only when it was refused for that
    device      text NOT NULL,
    actor       text NOT NULL,
    code        text NOT NULL,                  -- as scanned
    act         text NOT NULL,                  -- RECEIVED, LABELLED, WEIGHED, BAG_OPENED … ; empty when nothing was done
    kind        text NOT NULL CHECK (kind IN ('', 'PARCEL', 'BAG', 'CONTAINER')),
    subject     text NOT NULL,                  -- number of what the code names, empty when nobody knows it
    target      text NOT NULL,                  -- the bag, container or reason it went to
    next        text NOT NULL,                  -- what is open at the station after it
    rule        text NOT NULL,                  -- why it was refused or doubted, empty when it was not
    value       text NOT NULL,
    severity    text NOT NULL CHECK (severity IN ('OK', 'WARNING', 'ERROR')),
    node        text NOT NULL,
    scanned_at  timestamptz NOT NULL,           -- by the clock of the station
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, client_id),
    CHECK ((severity = 'ERROR') = (act = ''))
);
CALL protect_append_only('scan');
CREATE INDEX scan_station ON scan (tenant_id, station, device, id);
CREATE INDEX scan_subject ON scan (tenant_id, subject, id) WHERE subject <> '';

CREATE TABLE scan_reversal (                    -- an act taken back, once, by somebody who may, for a reason
    tenant_id int NOT NULL REFERENCES tenant,
    scan_id   bigint NOT NULL,
    actor     text NOT NULL,
    role      text NOT NULL,
    reason    text NOT NULL CHECK (reason <> ''),
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, scan_id),
    FOREIGN KEY (tenant_id, scan_id) REFERENCES scan
);
CALL protect_append_only('scan_reversal');

CREATE TABLE standing_scan (                    -- what can be done once only and is not taken back
    tenant_id int NOT NULL REFERENCES tenant,
    act       text NOT NULL,
    subject   text NOT NULL,
    scan_id   bigint NOT NULL,
    PRIMARY KEY (tenant_id, act, subject),
    FOREIGN KEY (tenant_id, scan_id) REFERENCES scan
);
CALL protect('standing_scan');

CREATE TABLE parcel_weight (                    -- measured at the bench; the latest counts, the declared one stays in parcel
    tenant_id int NOT NULL REFERENCES tenant,
    scan_id   bigint NOT NULL,
    parcel_id bigint NOT NULL,
    gross_g   bigint NOT NULL CHECK (gross_g > 0 AND gross_g <= 1000000),
    length_mm int CHECK (length_mm > 0),
    width_mm  int CHECK (width_mm > 0),
    height_mm int CHECK (height_mm > 0),
    PRIMARY KEY (tenant_id, scan_id),
    FOREIGN KEY (tenant_id, scan_id) REFERENCES scan,
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel
);
CALL protect_append_only('parcel_weight');
CREATE INDEX parcel_weight_parcel ON parcel_weight (tenant_id, parcel_id, scan_id);
