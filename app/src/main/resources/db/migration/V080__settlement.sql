-- Money in double entry: dated tariffs, the journal, and one freight charge a parcel.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE tariff (                           -- price lists; one line counts for a lane on a day (I-39)
    tenant_id      int NOT NULL REFERENCES tenant,
    version        text NOT NULL,
    lane           text NOT NULL,
    valid_from     date NOT NULL,
    valid_to       date NOT NULL CHECK (valid_to > valid_from),
    currency       char(3) NOT NULL,
    per_parcel     numeric(12, 2) NOT NULL CHECK (per_parcel >= 0),
    per_kg         numeric(12, 2) NOT NULL CHECK (per_kg >= 0),
    minimum        numeric(12, 2) NOT NULL CHECK (minimum >= 0),
    step_g         int NOT NULL CHECK (step_g > 0),
    volume_divisor int NOT NULL CHECK (volume_divisor > 0),
    mark           text NOT NULL,               -- typical, contract …
    PRIMARY KEY (tenant_id, version),
    EXCLUDE USING gist (tenant_id WITH =, lane WITH =, daterange(valid_from, valid_to) WITH &&)
);
CALL protect_append_only('tariff');

CREATE TABLE account (
    tenant_id       int NOT NULL REFERENCES tenant,
    code            text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
    may_be_negative boolean NOT NULL,
    PRIMARY KEY (tenant_id, code)
);
CALL protect_append_only('account');

CREATE TABLE journal_entry (
    tenant_id    int NOT NULL REFERENCES tenant,
    entry_id     text NOT NULL,                 -- business id, unique for ever
    effective_at timestamptz NOT NULL,
    cause        text NOT NULL,                 -- what it charges, empty when nothing
    turn         int NOT NULL,                  -- 1, and one more after each reversal: a cause is charged once a turn (I-25)
    reverses     text,                          -- the entry it takes back
    note         text NOT NULL,
    PRIMARY KEY (tenant_id, entry_id),
    UNIQUE (tenant_id, reverses),               -- taken back once
    FOREIGN KEY (tenant_id, reverses) REFERENCES journal_entry (tenant_id, entry_id)
);
CALL protect_append_only('journal_entry');
CREATE UNIQUE INDEX journal_entry_charged_once ON journal_entry (tenant_id, cause, turn) WHERE cause <> '' AND reverses IS NULL;

CREATE TABLE journal_line (
    tenant_id int NOT NULL,
    entry_id  text NOT NULL,
    line_no   int NOT NULL,
    account   text NOT NULL,
    debit     bigint NOT NULL CHECK (debit >= 0),   -- smallest part of the unit
    credit    bigint NOT NULL CHECK (credit >= 0),
    unit      text NOT NULL,                        -- money:CNY, stock:SKU
    PRIMARY KEY (tenant_id, entry_id, line_no),
    CHECK ((debit = 0) <> (credit = 0)),
    FOREIGN KEY (tenant_id, entry_id) REFERENCES journal_entry,
    FOREIGN KEY (tenant_id, account) REFERENCES account
);
CALL protect_append_only('journal_line');
CREATE INDEX journal_line_account ON journal_line (tenant_id, account);

-- Debit equals credit in every entry and unit, whoever inserts (I-24); all lines of an entry come in one statement.
CREATE FUNCTION journal_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    crooked text;
BEGIN
    SELECT entry_id INTO crooked FROM fresh GROUP BY tenant_id, entry_id, unit HAVING sum(debit) <> sum(credit) LIMIT 1;
    IF crooked IS NOT NULL THEN
        RAISE EXCEPTION 'entry % does not balance', crooked USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER journal_balances AFTER INSERT ON journal_line
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION journal_balances();

CREATE TABLE freight_charge (                   -- why a parcel was charged what it was (I-27)
    tenant_id      int NOT NULL,
    parcel_id      bigint NOT NULL,
    turn           int NOT NULL,
    entry_id       text NOT NULL,
    departed_at    timestamptz NOT NULL,        -- the departure that made it due
    lane           text NOT NULL,
    tariff_version text NOT NULL,
    actual_g       bigint NOT NULL,
    volumetric_g   bigint NOT NULL,
    chargeable_g   bigint NOT NULL,
    amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
    currency       char(3) NOT NULL,
    PRIMARY KEY (tenant_id, parcel_id, turn),
    UNIQUE (tenant_id, entry_id),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel,
    FOREIGN KEY (tenant_id, entry_id) REFERENCES journal_entry,
    FOREIGN KEY (tenant_id, tariff_version) REFERENCES tariff (tenant_id, version)
);
CALL protect_append_only('freight_charge');
