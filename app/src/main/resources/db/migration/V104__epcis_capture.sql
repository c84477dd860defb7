-- What partners tell by EPCIS capture: kept beside our own log, never in it. No status is derived from these rows (docs/adr/0104).

CREATE TABLE epcis_capture (                    -- one call of a program; worked at after it was answered
    tenant_id   int NOT NULL REFERENCES tenant,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    api_key     bigint NOT NULL,
    teller      text NOT NULL,                  -- name of the key
    all_or_none boolean NOT NULL,               -- GS1-Capture-Error-Behaviour: rollback
    body        bytea NOT NULL,
    created_at  timestamptz NOT NULL,
    finished_at timestamptz,
    taken       int NOT NULL DEFAULT 0,
    known       int NOT NULL DEFAULT 0,
    refused     int NOT NULL DEFAULT 0,
    results     text NOT NULL DEFAULT '[]',     -- one JSON object for each event, in the order of the document
    PRIMARY KEY (tenant_id, id)
);
CALL protect('epcis_capture');
REVOKE UPDATE, DELETE ON epcis_capture FROM tongdao_app;
GRANT UPDATE (finished_at, taken, known, refused, results) ON epcis_capture TO tongdao_app;
CREATE INDEX epcis_capture_open ON epcis_capture (tenant_id, id) WHERE finished_at IS NULL;

CREATE TABLE epcis_report (                     -- an event as a partner told it
    tenant_id    int NOT NULL,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    capture      bigint NOT NULL,
    event_id     text NOT NULL,
    sha256       bytea NOT NULL,                -- of its members in name order, without eventID, recordTime and @context
    form         text NOT NULL CHECK (form IN ('OBJECT', 'AGGREGATION', 'ASSOCIATION', 'TRANSACTION')),
    action       text NOT NULL CHECK (action IN ('ADD', 'OBSERVE', 'DELETE')),
    biz_step     text NOT NULL,
    disposition  text NOT NULL,
    read_point   text NOT NULL,                 -- URI, empty when there is none
    biz_location text NOT NULL,
    at           timestamptz NOT NULL,
    parent       text NOT NULL,
    document     text NOT NULL,                 -- as it was told
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, event_id),
    UNIQUE (tenant_id, sha256),
    FOREIGN KEY (tenant_id, capture) REFERENCES epcis_capture
);
CALL protect_append_only('epcis_report');
CREATE INDEX epcis_report_at ON epcis_report (tenant_id, at);

CREATE TABLE epcis_report_epc (                 -- from an object to what was told of it
    tenant_id int NOT NULL,
    epc       text NOT NULL,
    report    bigint NOT NULL,
    PRIMARY KEY (tenant_id, epc, report),
    FOREIGN KEY (tenant_id, report) REFERENCES epcis_report
);
CALL protect_append_only('epcis_report_epc');
CREATE INDEX epcis_report_parent ON epcis_report (tenant_id, parent) WHERE parent <> '';
