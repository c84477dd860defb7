-- Bags and containers that people fill by hand: open until they are closed. What is open has no time of closing, no seal and no final size.

ALTER TABLE bag ALTER closed_at DROP NOT NULL, DROP CONSTRAINT bag_parcels_check;
-- how often it was closed: a bag that is opened again is told of again
ALTER TABLE bag ADD closings int NOT NULL DEFAULT 1 CHECK (closings > 0);
ALTER TABLE bag ADD CONSTRAINT bag_open_or_filled CHECK (parcels > 0 OR closed_at IS NULL AND parcels = 0);

ALTER TABLE container ALTER seal_no DROP NOT NULL, ALTER sealed_at DROP NOT NULL,
    DROP CONSTRAINT container_bags_check, DROP CONSTRAINT container_parcels_check, DROP CONSTRAINT container_check;
ALTER TABLE container
    ADD CONSTRAINT container_open_or_sealed CHECK ((seal_no IS NULL) = (sealed_at IS NULL)),
    ADD CONSTRAINT container_open_or_filled CHECK (bags > 0 AND parcels > 0 AND gross_g > tare_g
                                                   OR sealed_at IS NULL AND bags = 0 AND parcels = 0 AND gross_g = tare_g);
CREATE UNIQUE INDEX container_open_once ON container (tenant_id, container_no) WHERE sealed_at IS NULL;

-- A seal that was cut keeps its number: it never goes on a door again (I-20).
CREATE TABLE cut_seal (
    tenant_id    int NOT NULL REFERENCES tenant,
    seal_no      text NOT NULL,
    container_id bigint NOT NULL,
    reason       text NOT NULL CHECK (reason <> ''),
    actor        text NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, seal_no),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container
);
CALL protect_append_only('cut_seal');

CREATE TABLE parcel_stop (                      -- it may not travel: kept back, or given back to its sender
    tenant_id int NOT NULL REFERENCES tenant,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    parcel_id bigint NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('HOLD', 'RETURN')),
    reason    text NOT NULL CHECK (reason <> ''),
    actor     text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel
);
CALL protect_append_only('parcel_stop');
CREATE INDEX parcel_stop_parcel ON parcel_stop (tenant_id, parcel_id);

CREATE TABLE parcel_stop_end (                  -- and may again
    tenant_id int NOT NULL REFERENCES tenant,
    stop_id   bigint NOT NULL,
    reason    text NOT NULL CHECK (reason <> ''),
    actor     text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, stop_id),
    FOREIGN KEY (tenant_id, stop_id) REFERENCES parcel_stop
);
CALL protect_append_only('parcel_stop_end');

CREATE VIEW stopped_parcel WITH (security_invoker = true) AS
SELECT s.tenant_id, s.parcel_id, s.id AS stop_id, s.kind, s.reason, s.actor, s.at FROM parcel_stop s
WHERE NOT EXISTS (SELECT FROM parcel_stop_end e WHERE e.tenant_id = s.tenant_id AND e.stop_id = s.id);
GRANT SELECT ON stopped_parcel TO tongdao_app;
