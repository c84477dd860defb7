-- Printers, and every paper asked of them: one row a copy. A copy that may have come out is never sent again by itself.

CREATE TABLE printer (
    tenant_id  int NOT NULL REFERENCES tenant,
    name       text NOT NULL CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
    host       text NOT NULL,                   -- empty: an agent beside the printer fetches its work
    port       int NOT NULL CHECK (port BETWEEN 1 AND 65535),
    resting    timestamptz,                     -- it did not answer: not asked again before this time
    seen_at    timestamptz,                     -- it printed, or its agent asked
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, name)
);
CALL protect('printer');

CREATE TABLE printer_place (                    -- where a person stands, and the printer beside him
    tenant_id int NOT NULL,
    place     text NOT NULL CHECK (place ~ '^LOC-[A-Z0-9-]{1,40}$'),
    printer   text NOT NULL,
    PRIMARY KEY (tenant_id, place),
    FOREIGN KEY (tenant_id, printer) REFERENCES printer ON DELETE CASCADE
);
CALL protect('printer_place');

CREATE TABLE print_job (
    tenant_id   int NOT NULL REFERENCES tenant,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    printer     text NOT NULL,                  -- stays when the printer is gone
    parcel_no   text NOT NULL,
    copy        int NOT NULL CHECK (copy > 0),
    reason      text NOT NULL,                  -- of every copy but the first
    scan_id     bigint,                         -- the scan that asked for it
    actor       text NOT NULL,
    state       text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'TAKEN', 'PRINTED', 'FAILED', 'UNSURE')),
    tries       int NOT NULL DEFAULT 0,
    why         text NOT NULL DEFAULT '',
    taken_until timestamptz,
    asked_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, parcel_no, copy),
    UNIQUE (tenant_id, scan_id),
    CHECK ((copy = 1) = (reason = '')),
    CHECK ((state = 'TAKEN') = (taken_until IS NOT NULL)),
    CHECK ((state IN ('PRINTED', 'FAILED', 'UNSURE')) = (ended_at IS NOT NULL))
);
CALL protect('print_job');
REVOKE UPDATE, DELETE ON print_job FROM tongdao_app;
GRANT UPDATE (state, tries, why, taken_until, ended_at) ON print_job TO tongdao_app;
CREATE INDEX print_job_open ON print_job (tenant_id, printer, id) WHERE state IN ('WAITING', 'TAKEN');
