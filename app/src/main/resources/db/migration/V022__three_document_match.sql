-- Three-document match in batches: the database finds what is not plainly equal, the engine says why.

CREATE TABLE match_batch (
    tenant_id  int NOT NULL,
    id         bigint GENERATED ALWAYS AS IDENTITY,
    direction  char(1) NOT NULL CHECK (direction IN ('E', 'I')),
    rules      text NOT NULL,                   -- version of the rules it is judged by
    created_at timestamptz NOT NULL,
    matched_at timestamptz,
    orders     int NOT NULL DEFAULT 0,
    matched    int NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    CHECK (matched <= orders)
);
CALL protect('match_batch');

-- Numbers that occur more than once keep one row and say how often (copies).
CREATE TABLE match_order (
    tenant_id   int NOT NULL,
    batch_id    bigint NOT NULL,
    platform    text NOT NULL,
    order_no    text NOT NULL,
    pay_code    text NOT NULL,
    pay_no      text NOT NULL,
    buyer_name  text NOT NULL,
    buyer_id    text NOT NULL,                  -- a hash, never the number itself
    consignee   text NOT NULL,
    phone       text NOT NULL,
    address     text NOT NULL,
    goods_value numeric(19, 5) NOT NULL,
    freight     numeric(19, 5) NOT NULL,
    tax         numeric(19, 5) NOT NULL,
    discount    numeric(19, 5) NOT NULL,
    paid        numeric(19, 5) NOT NULL,
    currency    text NOT NULL,
    copies      int NOT NULL CHECK (copies > 0),
    PRIMARY KEY (tenant_id, batch_id, platform, order_no),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES match_batch
);
CALL protect('match_order');

CREATE TABLE match_payment (
    tenant_id  int NOT NULL,
    batch_id   bigint NOT NULL,
    pay_code   text NOT NULL,
    pay_no     text NOT NULL,
    order_no   text NOT NULL,
    platform   text NOT NULL,
    payer_name text NOT NULL,
    payer_id   text NOT NULL,
    amount     numeric(19, 5) NOT NULL,
    currency   text NOT NULL,
    copies     int NOT NULL CHECK (copies > 0),
    PRIMARY KEY (tenant_id, batch_id, pay_code, pay_no),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES match_batch
);
CALL protect('match_payment');

CREATE TABLE match_waybill (
    tenant_id    int NOT NULL,
    batch_id     bigint NOT NULL,
    platform     text NOT NULL,
    order_no     text NOT NULL,
    carrier_code text NOT NULL,
    waybill_no   text NOT NULL,
    consignee    text NOT NULL,
    phone        text NOT NULL,
    address      text NOT NULL,
    copies       int NOT NULL CHECK (copies > 0),
    PRIMARY KEY (tenant_id, batch_id, platform, order_no),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES match_batch
);
CALL protect('match_waybill');

-- What did not plainly match, with its trace; orders without a row here matched.
CREATE TABLE match_result (
    tenant_id   int NOT NULL,
    batch_id    bigint NOT NULL,
    position    int NOT NULL,
    key         text NOT NULL,
    verdict     text NOT NULL CHECK (verdict IN ('NEAR_MISS', 'MISSING', 'CONFLICT')),
    rules       text[] NOT NULL,                -- the comparisons that are not plain matches
    reasons_zh  text[] NOT NULL,
    reasons_en  text[] NOT NULL,
    trace       text[] NOT NULL,                -- every comparison that was made
    accepted_at timestamptz,                    -- a near miss that a person accepted
    accepted_by text,
    PRIMARY KEY (tenant_id, batch_id, position),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES match_batch,
    CHECK (accepted_at IS NULL OR (verdict = 'NEAR_MISS' AND accepted_by IS NOT NULL))
);
CALL protect('match_result');
CREATE INDEX match_result_open ON match_result (tenant_id, batch_id, verdict) WHERE accepted_at IS NULL;
