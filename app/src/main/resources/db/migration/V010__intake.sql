-- What the intake keeps beside the tree: rows that did not become orders, findings, mappings of merchants.

CREATE TABLE intake_file (                      -- how the file of a batch was written, to give its rows back as they came
    tenant_id int NOT NULL,
    batch_id  bigint NOT NULL,
    format    text NOT NULL,
    header    text[] NOT NULL,
    mapping   text NOT NULL,                    -- the mapping it was read with, JSON; empty: by synonyms
    PRIMARY KEY (tenant_id, batch_id),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES order_batch
);
CALL protect_append_only('intake_file');

CREATE TABLE intake_row (                       -- rows that were not accepted; accepted ones are order_line.file_line
    tenant_id int NOT NULL,
    batch_id  bigint NOT NULL,
    line      bigint NOT NULL,
    outcome   text NOT NULL CHECK (outcome IN ('rejected', 'duplicate')),
    order_no  text NOT NULL,
    cells     text NOT NULL,                    -- as read, separated by U+001F
    PRIMARY KEY (tenant_id, batch_id, line),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES order_batch
);
CALL protect_append_only('intake_row');

CREATE TABLE intake_finding (
    tenant_id   int NOT NULL,
    batch_id    bigint NOT NULL,
    line        bigint NOT NULL,                -- 0: of the file
    seq         int NOT NULL,
    rule        text NOT NULL,
    severity    text NOT NULL CHECK (severity IN ('ERROR', 'WARNING', 'INFO')),
    column_name text NOT NULL,
    value       text NOT NULL,
    maybe       text NOT NULL,                  -- what to do
    PRIMARY KEY (tenant_id, batch_id, line, seq),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES order_batch
);
CALL protect_append_only('intake_finding');
CREATE INDEX intake_finding_rule ON intake_finding (tenant_id, batch_id, rule, line);

CREATE TABLE intake_mapping (                   -- the latest mapping of each merchant
    tenant_id int NOT NULL REFERENCES tenant,
    merchant  text NOT NULL,
    mapping   text NOT NULL,
    saved_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, merchant)
);
CALL protect('intake_mapping');

-- console: newest first, by country, by merchant, by number
CREATE INDEX customer_order_country ON customer_order (tenant_id, country, id);
CREATE INDEX customer_order_no ON customer_order (tenant_id, order_no text_pattern_ops);

-- The S10 number of a serial: two letters of service, eight digits, check digit with weights 8 6 4 2 3 5 9 7.
CREATE FUNCTION s10(service text, serial bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT service || d || (CASE 11 - s % 11 WHEN 10 THEN 0 WHEN 11 THEN 5 ELSE 11 - s % 11 END)::text || 'CN'
    FROM (SELECT d, 8 * substr(d, 1, 1)::int + 6 * substr(d, 2, 1)::int + 4 * substr(d, 3, 1)::int + 2 * substr(d, 4, 1)::int
                  + 3 * substr(d, 5, 1)::int + 5 * substr(d, 6, 1)::int + 9 * substr(d, 7, 1)::int + 7 * substr(d, 8, 1)::int AS s
          FROM (SELECT lpad(serial::text, 8, '0') AS d) digits) weighted);

-- Whether a parcel number is in use by anybody: a bare yes or no, since the unique key would tell as much (I-05, I-34).
CREATE FUNCTION parcel_no_taken(number text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
RETURN EXISTS (SELECT FROM parcel WHERE parcel_no = number);
