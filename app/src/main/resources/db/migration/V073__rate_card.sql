-- Price lists with zones, bands and surcharges, version by version. A version is never changed, so that a quote can be asked why for ever; it can only end earlier.
CREATE TABLE rate_card (
    tenant_id      int NOT NULL REFERENCES tenant,
    id             bigint GENERATED ALWAYS AS IDENTITY,
    name           text NOT NULL CHECK (name <> ''),
    version        text NOT NULL CHECK (version <> ''),
    valid_from     date NOT NULL,
    valid_to       date NOT NULL,                  -- first day on which it no longer counts
    currency       char(3) NOT NULL,
    step_g         int NOT NULL CHECK (step_g > 0),
    volume_divisor int NOT NULL CHECK (volume_divisor > 0),
    mark           text NOT NULL,                  -- contract, typical …
    saved_by       text NOT NULL,
    saved_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CONSTRAINT rate_card_version UNIQUE (tenant_id, name, version),
    CONSTRAINT rate_card_days CHECK (valid_to > valid_from),
    CONSTRAINT rate_card_one_a_day EXCLUDE USING gist (tenant_id WITH =, name WITH =, daterange(valid_from, valid_to) WITH &&)
);
CALL protect_append_only('rate_card');
GRANT UPDATE (valid_to) ON rate_card TO tongdao_app;

CREATE TABLE rate_zone (
    tenant_id int NOT NULL,
    card_id   bigint NOT NULL,
    country   char(2) NOT NULL,
    postcode  text NOT NULL,                       -- beginning, may be empty
    zone      text NOT NULL CHECK (zone <> ''),
    PRIMARY KEY (tenant_id, card_id, country, postcode),
    FOREIGN KEY (tenant_id, card_id) REFERENCES rate_card
);
CALL protect_append_only('rate_zone');

CREATE TABLE rate_band (
    tenant_id  int NOT NULL,
    card_id    bigint NOT NULL,
    zone       text NOT NULL CHECK (zone <> ''),
    up_to_g    bigint NOT NULL CHECK (up_to_g > 0),
    per_parcel numeric(14, 4) NOT NULL CHECK (per_parcel >= 0),
    per_kg     numeric(14, 4) NOT NULL CHECK (per_kg >= 0),
    minimum    numeric(14, 4) NOT NULL CHECK (minimum >= 0),
    PRIMARY KEY (tenant_id, card_id, zone, up_to_g),
    FOREIGN KEY (tenant_id, card_id) REFERENCES rate_card
);
CALL protect_append_only('rate_band');

CREATE TABLE rate_surcharge (
    tenant_id  int NOT NULL,
    card_id    bigint NOT NULL,
    turn       int NOT NULL CHECK (turn > 0),      -- in the order of the list
    name       text NOT NULL CHECK (name <> ''),
    kind       text NOT NULL CHECK (kind IN ('PERCENT', 'PER_PARCEL', 'PER_KG')),
    value      numeric(14, 4) NOT NULL,
    valid_from date NOT NULL,
    valid_to   date NOT NULL CHECK (valid_to > valid_from),
    zone       text NOT NULL,                      -- empty: every zone
    postcode   text NOT NULL,                      -- empty: every one
    from_g     bigint NOT NULL CHECK (from_g >= 0),
    PRIMARY KEY (tenant_id, card_id, turn),
    FOREIGN KEY (tenant_id, card_id) REFERENCES rate_card
);
CALL protect_append_only('rate_surcharge');
