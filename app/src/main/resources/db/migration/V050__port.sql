-- The border: orders to the railway, lifts, inspections, seals, what waits and why.

CREATE TABLE train_order (                      -- told once to the railway
    tenant_id   int NOT NULL,
    train_id    bigint NOT NULL,
    message_key text NOT NULL,
    ordered_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, train_id),
    UNIQUE (tenant_id, message_key),
    FOREIGN KEY (tenant_id, train_id) REFERENCES train
);
CALL protect_append_only('train_order');

CREATE TABLE lift_off (                         -- a container off the wagon it came on; transload tells when it stands on the next
    tenant_id    int NOT NULL,
    container_id bigint NOT NULL,
    node         text NOT NULL,
    train_id     bigint NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, container_id, node),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container,
    FOREIGN KEY (tenant_id, train_id) REFERENCES train
);
CALL protect_append_only('lift_off');

CREATE TABLE border_inspection (                -- a container opened or X-rayed and found in order
    tenant_id    int NOT NULL,
    container_id bigint NOT NULL,
    node         text NOT NULL,
    train_id     bigint NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, container_id, node),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container,
    FOREIGN KEY (tenant_id, train_id) REFERENCES train
);
CALL protect_append_only('border_inspection');

CREATE TABLE seal_break (                       -- somebody saw another seal than ours on a container (I-20)
    tenant_id    int NOT NULL,
    container_id bigint NOT NULL,
    seen         text NOT NULL,                 -- the seal that was seen, empty for none
    event_id     text NOT NULL,
    node         text NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, container_id, event_id),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container
);
CALL protect_append_only('seal_break');

CREATE TABLE port_blocker (                     -- why a train was not ordered, or its told departure not booked, when that was tried
    tenant_id int NOT NULL,
    train_id  bigint NOT NULL,
    rule      text NOT NULL,
    subject   text NOT NULL,
    detail    text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, train_id, rule, subject),
    FOREIGN KEY (tenant_id, train_id) REFERENCES train
);
CALL protect_append_only('port_blocker');

CREATE TABLE rail_parked (                      -- events that cannot be booked yet; tried again with every collection (I-13)
    tenant_id  int NOT NULL REFERENCES tenant,
    event_id   text NOT NULL,
    document   text NOT NULL,
    rule       text NOT NULL,
    subject    text NOT NULL,
    event      text NOT NULL,                   -- EPCIS 2.0 JSON
    parked_at  timestamptz NOT NULL,
    settled_at timestamptz,
    PRIMARY KEY (tenant_id, event_id)
);
CALL protect('rail_parked');
CREATE INDEX rail_parked_open ON rail_parked (tenant_id, event_id) WHERE settled_at IS NULL;

CREATE TABLE rail_finding (                     -- what was wrong with a document of the railway; a work item with a fix
    tenant_id int NOT NULL REFERENCES tenant,
    document  text NOT NULL,
    place     text NOT NULL,                    -- event id, or line of the document
    rule      text NOT NULL,
    value     text NOT NULL,
    maybe     text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, document, place, rule)
);
CALL protect_append_only('rail_finding');

-- The trains of each container one after the other.
CREATE VIEW container_train WITH (security_invoker = true) AS
SELECT tenant_id, container_id, train_id, min(leg_no) AS first_leg, max(leg_no) AS last_leg,
       lag(train_id) OVER way AS previous_train, lead(train_id) OVER way AS next_train
FROM container_leg
WHERE train_id IS NOT NULL
GROUP BY tenant_id, container_id, train_id
WINDOW way AS (PARTITION BY tenant_id, container_id ORDER BY min(leg_no));
GRANT SELECT ON container_train TO tongdao_app;

-- One row a train with everything the board shows.
CREATE VIEW train_board WITH (security_invoker = true) AS
SELECT t.tenant_id, t.id, t.train_no, t.gauge_mm, t.from_node, t.to_node, t.planned_departure, t.planned_arrival, t.gross_g,
       EXISTS (SELECT FROM train_order o WHERE o.tenant_id = t.tenant_id AND o.train_id = t.id) AS ordered,
       d.at AS departed_at, a.at AS arrived_at, r.at AS released_at,
       (SELECT count(*) FROM train_wagon w WHERE w.tenant_id = t.tenant_id AND w.train_id = t.id) AS wagons,
       l.containers, l.parcels, y.go_on, y.lifted_off, y.lifted_on, y.next_trains, y.next_waybilled, y.next_departed
FROM train t
LEFT JOIN train_fact d ON d.tenant_id = t.tenant_id AND d.train_id = t.id AND d.milestone = 'T090' AND d.node = t.from_node
LEFT JOIN train_fact a ON a.tenant_id = t.tenant_id AND a.train_id = t.id AND a.milestone = 'T180' AND a.node = t.to_node
LEFT JOIN train_fact r ON r.tenant_id = t.tenant_id AND r.train_id = t.id AND r.milestone = 'T130' AND r.node = t.to_node
CROSS JOIN LATERAL (
    SELECT count(*) AS containers, coalesce(sum(c.parcels), 0) AS parcels
    FROM wagon_load w JOIN container c ON c.tenant_id = w.tenant_id AND c.id = w.container_id
    WHERE w.tenant_id = t.tenant_id AND w.train_id = t.id) l
CROSS JOIN LATERAL (
    SELECT count(*) AS go_on, count(o.container_id) AS lifted_off, count(x.container_id) AS lifted_on,
           count(DISTINCT k.next_train) AS next_trains, count(DISTINCT k.next_train) FILTER (WHERE p.train_id IS NOT NULL) AS next_waybilled,
           count(DISTINCT k.next_train) FILTER (WHERE q.train_id IS NOT NULL) AS next_departed
    FROM container_train k
    LEFT JOIN lift_off o ON o.tenant_id = k.tenant_id AND o.container_id = k.container_id AND o.node = t.to_node AND o.train_id = t.id
    LEFT JOIN transload x ON x.tenant_id = k.tenant_id AND x.container_id = k.container_id AND x.node = t.to_node AND x.from_train = t.id
    LEFT JOIN train_fact p ON p.tenant_id = k.tenant_id AND p.train_id = k.next_train AND p.milestone = 'T160' AND p.node = t.to_node
    LEFT JOIN train_fact q ON q.tenant_id = k.tenant_id AND q.train_id = k.next_train AND q.milestone = 'T090' AND q.node = t.to_node
    WHERE k.tenant_id = t.tenant_id AND k.train_id = t.id AND k.next_train IS NOT NULL) y;
GRANT SELECT ON train_board TO tongdao_app;
