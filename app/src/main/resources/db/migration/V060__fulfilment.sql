-- What happens behind the last train: handover, unpacking and its discrepancies, what could not be understood, returns.

CREATE TABLE container_handover (               -- told once to the overseas warehouse
    tenant_id    int NOT NULL,
    container_id bigint NOT NULL,
    message_key  text NOT NULL,
    arrived_at   timestamptz NOT NULL,          -- of its last train
    handed_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, container_id),
    UNIQUE (tenant_id, message_key),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container
);
CALL protect_append_only('container_handover');

CREATE TABLE bag_unpacking (                    -- conservation (I-06): found = listed - short + over
    tenant_id   int NOT NULL,
    bag_id      bigint NOT NULL,
    unpacked_at timestamptz NOT NULL,
    listed      int NOT NULL CHECK (listed > 0),
    found       int NOT NULL CHECK (found >= 0),
    short       int NOT NULL CHECK (short >= 0),
    over        int NOT NULL CHECK (over >= 0),
    PRIMARY KEY (tenant_id, bag_id),
    FOREIGN KEY (tenant_id, bag_id) REFERENCES bag,
    CHECK (found = listed - short + over)
);
CALL protect_append_only('bag_unpacking');

-- One parcel that is not as listed. Counted: our own comparison of list and unpacking; reported: the warehouse said so.
CREATE TABLE discrepancy (
    tenant_id  int NOT NULL REFERENCES tenant,
    parcel_no  text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('damaged', 'short', 'over')),
    source     text NOT NULL CHECK (source IN ('counted', 'reported')),
    parcel_id  bigint,                          -- null: not one of ours, in quarantine
    hub        text NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, parcel_no, kind, source),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel
);
CALL protect_append_only('discrepancy');

-- Events about things we do not know yet; tried again with every collection (I-13).
CREATE TABLE parked_event (
    tenant_id  int NOT NULL REFERENCES tenant,
    event_id   text NOT NULL,
    document   text NOT NULL,
    subject    text NOT NULL,                   -- the unknown number
    event      text NOT NULL,                   -- EPCIS 2.0 JSON
    parked_at  timestamptz NOT NULL,
    settled_at timestamptz,
    PRIMARY KEY (tenant_id, event_id)
);
CALL protect('parked_event');
CREATE INDEX parked_event_open ON parked_event (tenant_id, event_id) WHERE settled_at IS NULL;

-- What was wrong with a document of the carrier; a work item with a fix.
CREATE TABLE carrier_finding (
    tenant_id int NOT NULL REFERENCES tenant,
    document  text NOT NULL,
    place     text NOT NULL,                    -- event id, or line of the document
    rule      text NOT NULL,
    value     text NOT NULL,
    maybe     text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, document, place, rule)
);
CALL protect_append_only('carrier_finding');

CREATE TABLE return_case (                      -- a parcel that came back to the warehouse and waits for a decision
    tenant_id       int NOT NULL,
    parcel_id       bigint NOT NULL,
    opened_at       timestamptz NOT NULL,
    cause           text NOT NULL,
    duty_free_until date,                       -- back in China by then without import duty; null: no such rule was in force
    rule            text NOT NULL,              -- id in data/returns.csv, empty when none
    PRIMARY KEY (tenant_id, parcel_id),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel
);
CALL protect('return_case');

CREATE VIEW overseas_container WITH (security_invoker = true) AS
SELECT h.tenant_id, h.container_id, c.container_no, c.seal_no, c.hub, h.arrived_at, h.handed_at, a.arrived_at AS received_at,
       c.parcels AS listed, u.found, u.short, u.over, p.delivered, p.returned
FROM container_handover h
JOIN container c ON c.tenant_id = h.tenant_id AND c.id = h.container_id
LEFT JOIN warehouse_arrival a ON a.tenant_id = h.tenant_id AND a.container_id = h.container_id
CROSS JOIN LATERAL (
    SELECT coalesce(sum(u.found), 0) AS found, coalesce(sum(u.short), 0) AS short, coalesce(sum(u.over), 0) AS over
    FROM container_bag cb JOIN bag_unpacking u ON u.tenant_id = cb.tenant_id AND u.bag_id = cb.bag_id
    WHERE cb.tenant_id = h.tenant_id AND cb.container_id = h.container_id) u
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE f.milestone = 'T250') AS delivered, count(*) FILTER (WHERE f.milestone = 'T900') AS returned
    FROM container_bag cb
    JOIN bag_parcel bp ON bp.tenant_id = cb.tenant_id AND bp.bag_id = cb.bag_id
    JOIN parcel_fact f ON f.tenant_id = bp.tenant_id AND f.parcel_id = bp.parcel_id AND f.milestone IN ('T250', 'T900')
    WHERE cb.tenant_id = h.tenant_id AND cb.container_id = h.container_id) p;
GRANT SELECT ON overseas_container TO tongdao_app;
