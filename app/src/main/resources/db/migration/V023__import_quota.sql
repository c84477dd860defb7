-- Yearly quota of buyers in retail import (I-11): a counter row that cannot pass its limit, and each purchase once.

CREATE TABLE import_quota (
    tenant_id int NOT NULL,
    buyer     text NOT NULL,                    -- a hash of the number of the buyer's paper
    year      int NOT NULL,                     -- calendar year in Asia/Shanghai
    limit_fen bigint NOT NULL,
    used_fen  bigint NOT NULL CHECK (used_fen >= 0),
    PRIMARY KEY (tenant_id, buyer, year),
    CHECK (used_fen <= limit_fen)
);
CALL protect('import_quota');

CREATE TABLE import_purchase (
    tenant_id     int NOT NULL,
    purchase_no   text NOT NULL,
    buyer         text NOT NULL,
    year          int NOT NULL,
    fen           bigint NOT NULL CHECK (fen > 0),
    rules         text NOT NULL,                -- version of limits and rates it was judged by
    taken_at      timestamptz NOT NULL,
    given_back_at timestamptz,                  -- set once, by cancellation or return
    PRIMARY KEY (tenant_id, purchase_no),
    FOREIGN KEY (tenant_id, buyer, year) REFERENCES import_quota
);
CALL protect('import_purchase');

-- Electronic tax bills (816) and their later states (818), every one as it came.
CREATE TABLE customs_tax_bill (
    tenant_id       int NOT NULL,
    wire            text NOT NULL DEFAULT 'customs' CHECK (wire = 'customs'),
    file            text NOT NULL,
    position        int NOT NULL,
    invt_no         text NOT NULL,
    tax_no          text NOT NULL,
    state           text NOT NULL,              -- 1 made, 2 summarised, 3 void
    return_time     text NOT NULL,
    whole           boolean NOT NULL,           -- 816; an 818 carries no amounts
    duty_fen        bigint NOT NULL,
    vat_fen         bigint NOT NULL,
    consumption_fen bigint NOT NULL,
    PRIMARY KEY (tenant_id, file, position),
    FOREIGN KEY (tenant_id, wire, file) REFERENCES inbox (tenant_id, wire, message_key)
);
CALL protect_append_only('customs_tax_bill');
CREATE INDEX customs_tax_bill_no ON customs_tax_bill (tenant_id, tax_no);

-- One row a bill: amounts of its 816, the state that counts most, whatever the order of arrival.
CREATE VIEW tax_bill WITH (security_invoker = true) AS
SELECT tenant_id, tax_no, max(invt_no) AS invt_no, max(state) AS state, max(duty_fen) AS duty_fen, max(vat_fen) AS vat_fen,
       max(consumption_fen) AS consumption_fen, bool_or(whole) AS whole
FROM customs_tax_bill GROUP BY tenant_id, tax_no;
GRANT SELECT ON tax_bill TO tongdao_app;

-- What was taken although schema or specification ask for it (the 17 fields that differ), counted by file and field.
CREATE TABLE customs_leniency (
    tenant_id int NOT NULL,
    wire      text NOT NULL DEFAULT 'customs' CHECK (wire = 'customs'),
    file      text NOT NULL,
    type      text NOT NULL,
    field     text NOT NULL,
    documents int NOT NULL CHECK (documents > 0),
    PRIMARY KEY (tenant_id, file, field),
    FOREIGN KEY (tenant_id, wire, file) REFERENCES inbox (tenant_id, wire, message_key)
);
CALL protect_append_only('customs_leniency');
