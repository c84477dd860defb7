-- The dispatcher's board: what was typed at the station, what cannot work, and each version of the plan.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE yard_actual (                      -- what a person at the station saw; a correction is a further telling with a reason
    tenant_id   int NOT NULL REFERENCES tenant,
    train_id    bigint NOT NULL,
    node        text NOT NULL,
    stage       text NOT NULL,
    mark        text NOT NULL CHECK (mark IN ('BEGIN', 'END')),
    telling     int NOT NULL CHECK (telling > 0),
    at          timestamptz NOT NULL,
    actor       text NOT NULL,
    reason      text NOT NULL,
    recorded_at timestamptz NOT NULL CHECK (recorded_at >= at),   -- never in the future
    PRIMARY KEY (tenant_id, train_id, node, stage, mark, telling),
    FOREIGN KEY (tenant_id, train_id) REFERENCES train,
    CHECK (telling = 1 OR reason <> '')
);
CALL protect_append_only('yard_actual');

CREATE TABLE yard_disturbance (                 -- what stands against the plan
    tenant_id  int NOT NULL REFERENCES tenant,
    id         bigint GENERATED ALWAYS AS IDENTITY,
    station    text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('LATE', 'CLOSED', 'INSPECTION')),
    train_id   bigint,                          -- of LATE and INSPECTION
    resource   text,                            -- of CLOSED
    unit       int,                             -- of CLOSED; 0 for all units
    from_at    timestamptz NOT NULL,            -- of LATE: the new time of arrival
    until_at   timestamptz NOT NULL CHECK (until_at >= from_at),
    actor      text NOT NULL,
    reason     text NOT NULL CHECK (reason <> ''),
    at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, train_id) REFERENCES train,
    CHECK ((kind = 'CLOSED') = (resource IS NOT NULL)),
    CHECK ((kind = 'CLOSED') = (train_id IS NULL))
);
CALL protect_append_only('yard_disturbance');

CREATE TABLE yard_plan (                        -- a version of a station's plan; the latest holds
    tenant_id int NOT NULL REFERENCES tenant,
    station   text NOT NULL,
    version   int NOT NULL CHECK (version > 0),
    based_on  int NOT NULL CHECK (based_on < version),
    kind      text NOT NULL,
    orders    text[] NOT NULL CHECK (cardinality(orders) = 5),   -- the five priorities, first served first
    actor     text NOT NULL,
    reason    text NOT NULL CHECK (reason <> ''),
    made_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, station, version)
);
CALL protect_append_only('yard_plan');

CREATE TABLE yard_pin (
    tenant_id  int NOT NULL,
    station    text NOT NULL,
    version    int NOT NULL,
    train_id   bigint NOT NULL,
    stage      text NOT NULL,
    unit       int NOT NULL CHECK (unit > 0),
    not_before timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, station, version, train_id, stage),
    FOREIGN KEY (tenant_id, station, version) REFERENCES yard_plan,
    FOREIGN KEY (tenant_id, train_id) REFERENCES train
);
CALL protect_append_only('yard_pin');

CREATE TABLE yard_step (
    tenant_id int NOT NULL,
    station   text NOT NULL,
    version   int NOT NULL,
    train_id  bigint NOT NULL,
    stage     text NOT NULL,
    resource  text NOT NULL,
    unit      int NOT NULL CHECK (unit > 0),
    begins_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL CHECK (ends_at >= begins_at),
    PRIMARY KEY (tenant_id, station, version, train_id, stage),
    FOREIGN KEY (tenant_id, station, version) REFERENCES yard_plan,
    FOREIGN KEY (tenant_id, train_id) REFERENCES train
);
CALL protect_append_only('yard_step');

CREATE TABLE yard_hold (                        -- what is still to come keeps each unit for one train at a time (I-18)
    tenant_id int NOT NULL,
    station   text NOT NULL,
    version   int NOT NULL,
    train_id  bigint NOT NULL,
    resource  text NOT NULL,
    unit      int NOT NULL CHECK (unit > 0),
    during    tstzrange NOT NULL CHECK (NOT isempty(during)),
    FOREIGN KEY (tenant_id, station, version) REFERENCES yard_plan,
    FOREIGN KEY (tenant_id, train_id) REFERENCES train,
    CONSTRAINT yard_hold_one_train EXCLUDE USING gist
        (tenant_id WITH =, station WITH =, version WITH =, resource WITH =, unit WITH =, during WITH &&)
);
CALL protect_append_only('yard_hold');
