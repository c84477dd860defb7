-- What if: a station as it is against what it might be. The question and each answer are rows; whether it is done follows from them.
CREATE TABLE yard_whatif (
    tenant_id    int NOT NULL REFERENCES tenant,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    station      text NOT NULL,
    baseline     text NOT NULL,                 -- changes to the station that hold in both, e.g. mode=serial,trains=8.7; empty as it is
    replications int NOT NULL CHECK (replications BETWEEN 2 AND 200),
    days         int NOT NULL CHECK (days BETWEEN 1 AND 3650),
    seed         bigint NOT NULL,
    figures      jsonb NOT NULL,                -- of the station when it was asked, each with its mark and source
    actor        text NOT NULL,
    asked_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL protect_append_only('yard_whatif');
CREATE INDEX yard_whatif_station ON yard_whatif (tenant_id, station, id);

CREATE TABLE yard_whatif_variant (              -- one thing that might be otherwise
    tenant_id int NOT NULL,
    whatif_id bigint NOT NULL,
    no        int NOT NULL CHECK (no > 0),
    changes   text NOT NULL CHECK (changes <> ''),
    PRIMARY KEY (tenant_id, whatif_id, no),
    UNIQUE (tenant_id, whatif_id, changes),
    FOREIGN KEY (tenant_id, whatif_id) REFERENCES yard_whatif
);
CALL protect_append_only('yard_whatif_variant');

CREATE TABLE yard_whatif_answer (               -- reckoned once; the same question has the same answer, whoever reckons
    tenant_id int NOT NULL,
    whatif_id bigint NOT NULL,
    no        int NOT NULL,
    method    text NOT NULL,                    -- simulated or planned; empty when it failed
    failure   text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, whatif_id, no),
    FOREIGN KEY (tenant_id, whatif_id, no) REFERENCES yard_whatif_variant,
    CHECK ((method = '') = (failure <> ''))
);
CALL protect_append_only('yard_whatif_answer');

CREATE TABLE yard_whatif_measure (              -- means with half the width of their 95 % intervals
    tenant_id  int NOT NULL,
    whatif_id  bigint NOT NULL,
    no         int NOT NULL,
    place      int NOT NULL CHECK (place > 0),
    measure    text NOT NULL,
    base       double precision NOT NULL,
    base_pm    double precision NOT NULL CHECK (base_pm >= 0),
    variant    double precision NOT NULL,
    variant_pm double precision NOT NULL CHECK (variant_pm >= 0),
    change     double precision NOT NULL,       -- of pairs with the same trains
    change_pm  double precision NOT NULL CHECK (change_pm >= 0),
    PRIMARY KEY (tenant_id, whatif_id, no, place),
    FOREIGN KEY (tenant_id, whatif_id, no) REFERENCES yard_whatif_answer
);
CALL protect_append_only('yard_whatif_measure');
