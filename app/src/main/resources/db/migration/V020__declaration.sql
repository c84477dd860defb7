-- Declaration: what was sent to customs, what came back, and the state that follows from it.

-- By which edition of tariff, list and rules the decision to declare was made (I-10, I-39).
ALTER TABLE declaration ADD COLUMN rules text NOT NULL DEFAULT '';

-- One message on the customs wire; its bytes are those of the outbox row (I-14).
CREATE TABLE customs_message (
    tenant_id   int NOT NULL,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    wire        text NOT NULL DEFAULT 'customs' CHECK (wire = 'customs'),
    message_key text NOT NULL,
    type        text NOT NULL,                  -- CEB303, CEB505, CEB603, CEB607
    guid        text NOT NULL,
    documents   int NOT NULL CHECK (documents BETWEEN 1 AND 100),
    key_name    text NOT NULL,                  -- of the certificate it was signed with
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, guid),
    FOREIGN KEY (tenant_id, wire, message_key) REFERENCES outbox (tenant_id, wire, message_key)
);
CALL protect_append_only('customs_message');

-- One document in a message. A receipt finds it by its business key.
CREATE TABLE customs_document (
    tenant_id      int NOT NULL,
    id             bigint GENERATED ALWAYS AS IDENTITY,
    message_id     bigint NOT NULL,
    type           text NOT NULL,
    receipt_key    text NOT NULL,
    declaration_id bigint,                      -- of orders, waybills and lists
    container_id   bigint,                      -- of bindings
    sent_at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, message_id) REFERENCES customs_message,
    FOREIGN KEY (tenant_id, declaration_id) REFERENCES declaration,
    FOREIGN KEY (tenant_id, container_id) REFERENCES container,
    CHECK ((type = 'CEB607') = (container_id IS NOT NULL)),
    CHECK ((type = 'CEB607') = (declaration_id IS NULL))
);
CALL protect_append_only('customs_document');
CREATE INDEX customs_document_key ON customs_document (tenant_id, receipt_key);
CREATE INDEX customs_document_declaration ON customs_document (tenant_id, declaration_id);
CREATE INDEX customs_document_container ON customs_document (tenant_id, container_id) WHERE container_id IS NOT NULL;
CREATE UNIQUE INDEX customs_document_one_list ON customs_document (tenant_id, declaration_id) WHERE type = 'CEB603';
CREATE UNIQUE INDEX customs_document_list_key ON customs_document (tenant_id, receipt_key) WHERE type IN ('CEB603', 'CEB607');

-- Every receipt as it came, repeats too. Those whose key no document has are parked by that.
CREATE TABLE customs_receipt (
    tenant_id   int NOT NULL,
    wire        text NOT NULL DEFAULT 'customs' CHECK (wire = 'customs'),
    file        text NOT NULL,
    position    int NOT NULL,                   -- 1.. in the file
    type        text NOT NULL,
    receipt_key text NOT NULL,
    status      text NOT NULL,
    rank        int NOT NULL,                   -- precedence of customs' states
    outcome     text NOT NULL,
    code        text NOT NULL,
    info        text NOT NULL,
    return_time text NOT NULL,
    returned_at timestamptz NOT NULL,
    pre_no      text NOT NULL,
    invt_no     text NOT NULL,
    PRIMARY KEY (tenant_id, file, position),
    FOREIGN KEY (tenant_id, wire, file) REFERENCES inbox (tenant_id, wire, message_key)
);
CALL protect_append_only('customs_receipt');
CREATE INDEX customs_receipt_key ON customs_receipt (tenant_id, receipt_key);

-- What the set of a document's receipts amounts to; can be rebuilt from customs_receipt at any time.
CREATE TABLE customs_state (
    tenant_id    int NOT NULL,
    document_id  bigint NOT NULL,
    rank         int NOT NULL,
    outcome      text NOT NULL,
    needs_broker boolean NOT NULL,
    status       text NOT NULL,
    code         text NOT NULL,
    info         text NOT NULL,
    return_time  text NOT NULL,
    returned_at  timestamptz NOT NULL,
    pre_no       text NOT NULL,
    invt_no      text NOT NULL,
    PRIMARY KEY (tenant_id, document_id),
    FOREIGN KEY (tenant_id, document_id) REFERENCES customs_document
);
CALL protect('customs_state');
CREATE INDEX customs_state_broker ON customs_state (tenant_id, outcome, document_id) WHERE needs_broker;

-- What our own rules hold against a parcel; an error keeps it back, a warning is shown.
CREATE TABLE declaration_finding (
    tenant_id int NOT NULL,
    parcel_id bigint NOT NULL,
    position  int NOT NULL,                     -- 1.. of the parcel
    rule      text NOT NULL,
    severity  text NOT NULL CHECK (severity IN ('ERROR', 'WARNING', 'INFO')),
    row_no    bigint NOT NULL,
    field     text NOT NULL,
    value     text NOT NULL,
    maybe     text NOT NULL,
    rules     text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, parcel_id, position),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel
);
CALL protect('declaration_finding');
CREATE INDEX declaration_finding_error ON declaration_finding (tenant_id, parcel_id) WHERE severity = 'ERROR';

-- Files on the customs wire that could not be read as receipts; their bytes are in the inbox.
CREATE TABLE customs_unread (
    tenant_id int NOT NULL,
    wire      text NOT NULL DEFAULT 'customs' CHECK (wire = 'customs'),
    file      text NOT NULL,
    rule      text NOT NULL,
    maybe     text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, file),
    FOREIGN KEY (tenant_id, wire, file) REFERENCES inbox (tenant_id, wire, message_key)
);
CALL protect_append_only('customs_unread');

-- What waits for the broker: documents that customs refused, holds or wants to see, and parcels that our own rules keep back.
-- A parcel that was released, or whose declaration was superseded, does not wait any more.
CREATE VIEW broker_queue WITH (security_invoker = true) AS
SELECT p.tenant_id, p.parcel_no AS subject, c.type AS document, s.outcome AS cause, s.status, s.code, s.info, ''::text AS field, ''::text AS value,
       ''::text AS maybe, s.returned_at AS since, d.cop_no, d.attempt, o.order_no, p.batch_id, p.country, p.id AS parcel_id
FROM customs_state s
JOIN customs_document c ON c.tenant_id = s.tenant_id AND c.id = s.document_id
JOIN declaration d ON d.tenant_id = c.tenant_id AND d.id = c.declaration_id
JOIN parcel p ON p.tenant_id = d.tenant_id AND p.id = d.parcel_id
JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
WHERE s.needs_broker
  AND NOT EXISTS (SELECT FROM clearance k WHERE k.tenant_id = p.tenant_id AND k.parcel_id = p.id)
  AND NOT EXISTS (SELECT FROM declaration n WHERE n.tenant_id = d.tenant_id AND n.parcel_id = d.parcel_id AND n.attempt > d.attempt)
UNION ALL
SELECT p.tenant_id, p.parcel_no, 'RULES', 'WITHHELD', '', f.rule, '', f.field, f.value, f.maybe, f.at, '', 0, o.order_no, p.batch_id, p.country, p.id
FROM declaration_finding f
JOIN parcel p ON p.tenant_id = f.tenant_id AND p.id = f.parcel_id
JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
WHERE f.severity = 'ERROR'
  AND f.position = (SELECT min(g.position) FROM declaration_finding g
                    WHERE g.tenant_id = f.tenant_id AND g.parcel_id = f.parcel_id AND g.severity = 'ERROR')
UNION ALL
SELECT k.tenant_id, k.container_no || '-' || k.seal_no, c.type, s.outcome, s.status, s.code, s.info, '', '', '', s.returned_at, '', 1, '', NULL, '', NULL
FROM customs_state s
JOIN customs_document c ON c.tenant_id = s.tenant_id AND c.id = s.document_id
JOIN container k ON k.tenant_id = c.tenant_id AND k.id = c.container_id
WHERE s.needs_broker;
GRANT SELECT ON broker_queue TO tongdao_app;
