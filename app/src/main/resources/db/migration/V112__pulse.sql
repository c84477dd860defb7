-- The standing work of an installation: who does it, how it stands, what failed.

-- One node works, the others stand by. Times are the database's, so that no node's clock counts.
CREATE TABLE work_lease (
    name   text PRIMARY KEY,
    holder text NOT NULL,
    until  timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON work_lease TO tongdao_app;

-- How the work of a tenant stands; wall-clock time, whatever the work clock says.
CREATE TABLE work_pulse (
    tenant_id int PRIMARY KEY REFERENCES tenant,
    node      text NOT NULL,
    at        timestamptz NOT NULL,
    work_now  timestamptz NOT NULL,
    next_due  timestamptz
);
CALL protect('work_pulse');

-- A job that failed, as a finding; open until the same job succeeds again. Failing again counts up and is no new row.
CREATE TABLE work_failure (
    tenant_id   int NOT NULL REFERENCES tenant,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    job         text NOT NULL,
    rule        text NOT NULL,
    value       text NOT NULL,
    maybe       text NOT NULL,
    first_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    times       int NOT NULL DEFAULT 1 CHECK (times > 0),
    resolved_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CALL protect('work_failure');
CREATE UNIQUE INDEX work_failure_open ON work_failure (tenant_id, job) WHERE resolved_at IS NULL;

-- A tenant whose far side is emulated, and under which seed: a far side that began under one seed must go on under it.
CREATE TABLE emulated_world (
    tenant_id int PRIMARY KEY REFERENCES tenant,
    seed      bigint NOT NULL,
    since     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CALL protect('emulated_world');
