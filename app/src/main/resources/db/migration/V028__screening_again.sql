-- Goods screened again whenever the list of prohibited and restricted goods is another one than last time.

CREATE TABLE screening_run (
    tenant_id    int NOT NULL REFERENCES tenant,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    list_version text NOT NULL,                 -- edition in force that day
    list_sha256  text NOT NULL,                 -- of the file
    at           timestamptz NOT NULL,
    goods        int NOT NULL,                  -- different goods that were looked up
    parcels      int NOT NULL,                  -- not departed
    hits         int NOT NULL,                  -- parcels met by an entry
    fresh        int NOT NULL,                  -- of them parcels and entries that the run before did not meet
    PRIMARY KEY (tenant_id, id)
);
CALL protect_append_only('screening_run');

CREATE TABLE screening_hit (                    -- as the latest run found it
    tenant_id    int NOT NULL,
    parcel_id    bigint NOT NULL,
    entry        text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('PROHIBITED', 'RESTRICTED', 'DANGEROUS')),
    matched      text NOT NULL,
    reason_zh    text NOT NULL,
    reason_en    text NOT NULL,
    list_version text NOT NULL,
    found_at     timestamptz NOT NULL,          -- first time
    PRIMARY KEY (tenant_id, parcel_id, entry),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel
);
CALL protect('screening_hit');
CREATE INDEX screening_hit_kind ON screening_hit (tenant_id, kind, found_at);

-- What was declared before the list forbade it waits for the broker.
ALTER VIEW broker_queue RENAME TO broker_queue_papers;
CREATE VIEW broker_queue WITH (security_invoker = true) AS
SELECT * FROM broker_queue_papers
UNION ALL
SELECT p.tenant_id, p.parcel_no, 'RULES', 'WITHHELD', '', 'GOODS-PROHIBITED-NOW', '', h.entry, h.matched, h.reason_en, h.found_at, '', 0, o.order_no, p.batch_id,
       p.country, p.id, p.order_id, 0, 'parcel'
FROM screening_hit h
JOIN parcel p ON p.tenant_id = h.tenant_id AND p.id = h.parcel_id
JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
WHERE h.kind = 'PROHIBITED'
  AND EXISTS (SELECT FROM declaration d WHERE d.tenant_id = h.tenant_id AND d.parcel_id = h.parcel_id AND d.live);
GRANT SELECT ON broker_queue TO tongdao_app;
