-- The brake weight of a wagon as the brake test of its train read it; without a row the typical one of its model is assumed (data/stations/brakes.csv).
CREATE TABLE wagon_brake (
    tenant_id int NOT NULL,
    train_id  bigint NOT NULL,
    position  int NOT NULL,
    seq       int NOT NULL CHECK (seq > 0),     -- the last one counts
    braked_kg int NOT NULL CHECK (braked_kg BETWEEN 0 AND 150000),   -- 0: the brake is cut out
    actor     text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, train_id, position, seq),
    FOREIGN KEY (tenant_id, train_id, position) REFERENCES train_wagon
);
CALL protect_append_only('wagon_brake');
