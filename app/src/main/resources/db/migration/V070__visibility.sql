-- The EPCIS log: what was seen, append only, and which objects each event names.

CREATE TABLE epcis_event (
    tenant_id   int NOT NULL REFERENCES tenant,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    event_id    text NOT NULL,                  -- urn:tongdao:event:…, the same fact has the same id
    form        text NOT NULL CHECK (form IN ('OBJECT', 'AGGREGATION', 'ASSOCIATION', 'TRANSACTION')),
    action      text NOT NULL CHECK (action IN ('ADD', 'OBSERVE', 'DELETE')),
    milestone   text NOT NULL,                  -- T010 … T900, docs/formats/epcis.md
    biz_step    text NOT NULL,
    disposition text NOT NULL,
    node        text NOT NULL,                  -- data/corridor/nodes.csv
    at          timestamptz NOT NULL,           -- when it happened
    parent      text NOT NULL,                  -- URI, empty when there is none
    paper       text NOT NULL,                  -- URI of the business transaction, empty when there is none
    extensions  jsonb NOT NULL,
    epcs        text[] NOT NULL,                -- all objects, for export
    recorded_at timestamptz NOT NULL,           -- when we learned of it
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, event_id)
);
CALL protect_append_only('epcis_event');
CREATE INDEX epcis_event_parent ON epcis_event (tenant_id, parent) WHERE parent <> '';
CREATE INDEX epcis_event_at ON epcis_event (tenant_id, at);

-- From an object to its events: what the tracking page reads.
CREATE TABLE epcis_epc (
    tenant_id int NOT NULL,
    epc       text NOT NULL,
    milestone text NOT NULL,
    event     bigint NOT NULL,
    PRIMARY KEY (tenant_id, epc, milestone, event),
    FOREIGN KEY (tenant_id, event) REFERENCES epcis_event
);
CALL protect_append_only('epcis_epc');
