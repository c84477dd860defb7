-- The journey of a batch on the emulator's clock, so that a killed run goes on where it was.

CREATE TABLE journey (
    tenant_id   int NOT NULL,
    batch_id    bigint NOT NULL,
    seed        bigint NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, batch_id),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES order_batch
);
CALL protect('journey');

-- Cut-offs that have passed, per hub, and how many containers each sent off.
CREATE TABLE journey_cut_off (
    tenant_id  int NOT NULL REFERENCES tenant,
    hub        text NOT NULL,
    at         timestamptz NOT NULL,
    containers int NOT NULL,
    PRIMARY KEY (tenant_id, hub, at)
);
CALL protect('journey_cut_off');
