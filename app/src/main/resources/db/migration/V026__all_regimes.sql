-- Every regime from the desk: under which terms a file of orders is declared, and retail import beside export.

CREATE TABLE declaration_terms (                -- of a file; none means retail export of 9610
    tenant_id  int NOT NULL,
    batch_id   bigint NOT NULL,
    regime     text NOT NULL CHECK (regime IN ('9610', '9710', '9810', '1210')),
    pilot_zone boolean NOT NULL,                -- the office takes simplified lists
    ems_no     text NOT NULL,                   -- account book of 1210 and the company in the zone that keeps it
    zone_code  text NOT NULL,
    zone_name  text NOT NULL,
    cny_rate   numeric(14, 6) NOT NULL CHECK (cny_rate >= 0),  -- yuan for one unit of the orders' currency; 0: unknown
    PRIMARY KEY (tenant_id, batch_id),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES order_batch
);
CALL protect('declaration_terms');

-- A simplified, B to be summarised.
ALTER TABLE declaration ADD COLUMN statistics_flag char(1) NOT NULL DEFAULT 'B' CHECK (statistics_flag IN ('A', 'B'));

-- A file of import orders, declared under one regime.
CREATE TABLE import_batch (
    tenant_id int NOT NULL REFERENCES tenant,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    title     text NOT NULL,
    regime    text NOT NULL CHECK (regime IN ('9610', '1210')),
    ems_no    text NOT NULL,
    zone_code text NOT NULL,
    zone_name text NOT NULL,
    asked_by  text NOT NULL,
    asked_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL protect('import_batch');

CREATE TABLE import_order (                     -- one order, one payment, one waybill, one parcel; amounts in yuan
    tenant_id       int NOT NULL,
    id              bigint GENERATED ALWAYS AS IDENTITY,
    import_batch_id bigint NOT NULL,
    order_no        text NOT NULL,
    waybill_no      text NOT NULL,
    buyer_account   text NOT NULL,
    buyer_name      text NOT NULL,
    buyer_id        text NOT NULL,              -- customs wants the number itself
    buyer_phone     text NOT NULL,
    consignee       text NOT NULL,
    consignee_phone text NOT NULL,
    address         text NOT NULL,
    pay_no          text NOT NULL,
    paid_at         timestamptz NOT NULL,
    freight         numeric(19, 5) NOT NULL CHECK (freight >= 0),
    tax             numeric(19, 5) NOT NULL CHECK (tax >= 0),
    discount        numeric(19, 5) NOT NULL CHECK (discount >= 0),
    mode            text NOT NULL,
    vehicle         text NOT NULL,
    voyage          text NOT NULL,
    bill_no         text NOT NULL,
    departure       text NOT NULL,
    gross_g         bigint NOT NULL CHECK (gross_g >= 0),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, order_no),
    UNIQUE (tenant_id, waybill_no),
    FOREIGN KEY (tenant_id, import_batch_id) REFERENCES import_batch
);
CALL protect('import_order');
CREATE INDEX import_order_batch ON import_order (tenant_id, import_batch_id, id);

CREATE TABLE import_line (
    tenant_id  int NOT NULL,
    import_id  bigint NOT NULL,
    line_no    int NOT NULL,
    sku        text NOT NULL,
    record_no  text NOT NULL,
    name       text NOT NULL,
    model      text NOT NULL,
    hs         text NOT NULL,
    origin     text NOT NULL,
    quantity   bigint NOT NULL CHECK (quantity > 0),
    unit       text NOT NULL,
    unit_price numeric(19, 5) NOT NULL CHECK (unit_price >= 0),
    net_g      bigint NOT NULL CHECK (net_g >= 0),
    PRIMARY KEY (tenant_id, import_id, line_no),
    FOREIGN KEY (tenant_id, import_id) REFERENCES import_order
);
CALL protect('import_line');

-- The list of an import order; what declaration is to a parcel.
CREATE TABLE import_list (
    tenant_id  int NOT NULL,
    id         bigint GENERATED ALWAYS AS IDENTITY,
    import_id  bigint NOT NULL,
    cop_no     text NOT NULL,
    attempt    int NOT NULL,
    live       boolean NOT NULL DEFAULT true,   -- false once refused or cancelled
    created_at timestamptz NOT NULL,
    rules      text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, cop_no),
    UNIQUE (tenant_id, import_id, attempt),
    FOREIGN KEY (tenant_id, import_id) REFERENCES import_order
);
CALL protect('import_list');
CREATE UNIQUE INDEX import_list_never_twice ON import_list (tenant_id, import_id) WHERE live;  -- I-07

-- The goods may be handed to the buyer.
CREATE TABLE import_release (
    tenant_id      int NOT NULL,
    import_id      bigint NOT NULL,
    import_list_id bigint NOT NULL,
    invt_no        text NOT NULL,
    released_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, import_id),
    FOREIGN KEY (tenant_id, import_id) REFERENCES import_order,
    FOREIGN KEY (tenant_id, import_list_id) REFERENCES import_list
);
CALL protect_append_only('import_release');

CREATE TABLE import_finding (                   -- of rows that could not be used (no order), and what our rules hold against orders
    tenant_id       int NOT NULL,
    id              bigint GENERATED ALWAYS AS IDENTITY,
    import_batch_id bigint NOT NULL,
    import_id       bigint,
    rule            text NOT NULL,
    severity        text NOT NULL CHECK (severity IN ('ERROR', 'WARNING', 'INFO')),
    source          text NOT NULL,
    row_no          bigint NOT NULL,
    field           text NOT NULL,
    value           text NOT NULL,
    maybe           text NOT NULL,
    at              timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, import_batch_id) REFERENCES import_batch,
    FOREIGN KEY (tenant_id, import_id) REFERENCES import_order
);
CALL protect('import_finding');
CREATE INDEX import_finding_order ON import_finding (tenant_id, import_id);
CREATE INDEX import_finding_batch ON import_finding (tenant_id, import_batch_id, id);

-- A document belongs to a list of export or import, or to a container.
ALTER TABLE customs_document DROP CONSTRAINT customs_document_check;
ALTER TABLE customs_document DROP CONSTRAINT customs_document_check1;
ALTER TABLE customs_document
    ADD COLUMN import_list_id bigint,
    ADD FOREIGN KEY (tenant_id, import_list_id) REFERENCES import_list,
    ADD CONSTRAINT customs_document_one_subject CHECK (num_nonnulls(declaration_id, container_id, import_list_id) = 1),
    ADD CONSTRAINT customs_document_binding CHECK ((type = 'CEB607') = (container_id IS NOT NULL));
CREATE INDEX customs_document_import ON customs_document (tenant_id, import_list_id) WHERE import_list_id IS NOT NULL;
CREATE UNIQUE INDEX customs_document_one_import ON customs_document (tenant_id, import_list_id) WHERE type = 'CEB621';
CREATE UNIQUE INDEX customs_document_import_key ON customs_document (tenant_id, receipt_key) WHERE type = 'CEB621';

-- The one definition of what waits for the broker, for console, API and tests.
CREATE OR REPLACE VIEW broker_queue WITH (security_invoker = true) AS
SELECT p.tenant_id, p.parcel_no AS subject, c.type AS document, s.outcome AS cause, s.status, s.code, s.info, ''::text AS field, ''::text AS value,
       ''::text AS maybe, s.returned_at AS since, d.cop_no, d.attempt, o.order_no, p.batch_id, p.country, p.id AS parcel_id, p.order_id, s.rank,
       'parcel'::text AS kind
FROM customs_state s
JOIN customs_document c ON c.tenant_id = s.tenant_id AND c.id = s.document_id
JOIN declaration d ON d.tenant_id = c.tenant_id AND d.id = c.declaration_id
JOIN parcel p ON p.tenant_id = d.tenant_id AND p.id = d.parcel_id
JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
WHERE s.needs_broker
  AND NOT EXISTS (SELECT FROM clearance k WHERE k.tenant_id = p.tenant_id AND k.parcel_id = p.id)
  AND NOT EXISTS (SELECT FROM declaration n WHERE n.tenant_id = d.tenant_id AND n.parcel_id = d.parcel_id AND n.attempt > d.attempt)
UNION ALL
SELECT p.tenant_id, p.parcel_no, 'RULES', 'WITHHELD', '', f.rule, '', f.field, f.value, f.maybe, f.at, '', 0, o.order_no, p.batch_id, p.country, p.id, p.order_id, 0, 'parcel'
FROM declaration_finding f
JOIN parcel p ON p.tenant_id = f.tenant_id AND p.id = f.parcel_id
JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
WHERE f.severity = 'ERROR'
  AND f.position = (SELECT min(g.position) FROM declaration_finding g
                    WHERE g.tenant_id = f.tenant_id AND g.parcel_id = f.parcel_id AND g.severity = 'ERROR')
UNION ALL
SELECT k.tenant_id, k.container_no || '-' || k.seal_no, c.type, s.outcome, s.status, s.code, s.info, '', '', '', s.returned_at, '', 1, '', NULL, '', NULL, NULL, s.rank, 'container'
FROM customs_state s
JOIN customs_document c ON c.tenant_id = s.tenant_id AND c.id = s.document_id
JOIN container k ON k.tenant_id = c.tenant_id AND k.id = c.container_id
WHERE s.needs_broker
UNION ALL
SELECT o.tenant_id, o.waybill_no, c.type, s.outcome, s.status, s.code, s.info, '', '', '', s.returned_at, l.cop_no, l.attempt, o.order_no, NULL,
       o.departure::char(2), NULL, NULL, s.rank, 'import'
FROM customs_state s
JOIN customs_document c ON c.tenant_id = s.tenant_id AND c.id = s.document_id
JOIN import_list l ON l.tenant_id = c.tenant_id AND l.id = c.import_list_id
JOIN import_order o ON o.tenant_id = l.tenant_id AND o.id = l.import_id
WHERE s.needs_broker
  AND NOT EXISTS (SELECT FROM import_release k WHERE k.tenant_id = o.tenant_id AND k.import_id = o.id)
  AND NOT EXISTS (SELECT FROM import_list n WHERE n.tenant_id = l.tenant_id AND n.import_id = l.import_id AND n.attempt > l.attempt)
UNION ALL
SELECT o.tenant_id, o.waybill_no, 'RULES', 'WITHHELD', '', f.rule, '', f.field, f.value, f.maybe, f.at, '', 0, o.order_no, NULL, o.departure::char(2), NULL, NULL, 0, 'import'
FROM import_finding f
JOIN import_order o ON o.tenant_id = f.tenant_id AND o.id = f.import_id
WHERE f.severity = 'ERROR'
  AND f.id = (SELECT min(g.id) FROM import_finding g WHERE g.tenant_id = f.tenant_id AND g.import_id = f.import_id AND g.severity = 'ERROR');
