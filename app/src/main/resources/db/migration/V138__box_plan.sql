-- What a planner put where by hand: a container to be, its units, and the lock that cut-offs respect. Nothing here moves a parcel; cut-offs do.

CREATE TABLE planned_box (
    tenant_id    int NOT NULL REFERENCES tenant,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    hub          text NOT NULL,
    regime       text NOT NULL,                 -- empty until its first unit
    type_code    text NOT NULL,
    service      text NOT NULL,                 -- the departure it is meant for
    departs_at   timestamptz NOT NULL,
    cut_off      timestamptz NOT NULL CHECK (cut_off <= departs_at),
    parcels      int NOT NULL DEFAULT 0 CHECK (parcels >= 0),
    content_g    bigint NOT NULL DEFAULT 0 CHECK (content_g >= 0),
    content_mm3  bigint NOT NULL DEFAULT 0 CHECK (content_mm3 >= 0),
    max_g        bigint NOT NULL,
    max_mm3      bigint NOT NULL,               -- inside of the box less the air between bags
    locked_at    timestamptz,
    locked_by    text,
    done_at      timestamptz,                   -- a cut-off has passed over it
    container_id bigint,                        -- what came of it
    PRIMARY KEY (tenant_id, id),
    CHECK (content_g <= max_g AND content_mm3 <= max_mm3),
    CHECK ((locked_at IS NULL) = (locked_by IS NULL)),
    CHECK ((regime = '') = (parcels = 0)),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container
);
CALL protect('planned_box');
CREATE INDEX planned_box_open ON planned_box (tenant_id, hub) WHERE done_at IS NULL;

CREATE TABLE planned_act (                      -- one unit that was put into one box
    tenant_id   int NOT NULL,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    box_id      bigint NOT NULL,
    regime      text NOT NULL,
    day         date,                           -- of acceptance, of loose parcels
    sscc        text,                           -- of a closed bag
    parcels     int NOT NULL CHECK (parcels > 0),
    content_g   bigint NOT NULL,
    content_mm3 bigint NOT NULL,
    actor       text NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    CHECK ((day IS NULL) <> (sscc IS NULL)),
    FOREIGN KEY (tenant_id, box_id) REFERENCES planned_box
);
CALL protect('planned_act');
CREATE INDEX planned_act_box ON planned_act (tenant_id, box_id);

CREATE TABLE planned_parcel (                   -- in one box at most, whoever plans
    tenant_id int NOT NULL,
    parcel_id bigint NOT NULL,
    act_id    bigint NOT NULL,
    PRIMARY KEY (tenant_id, parcel_id),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel,
    FOREIGN KEY (tenant_id, act_id) REFERENCES planned_act ON DELETE CASCADE
);
CALL protect('planned_parcel');
CREATE INDEX planned_parcel_act ON planned_parcel (tenant_id, act_id);

CREATE TABLE planned_bag (
    tenant_id int NOT NULL,
    bag_id    bigint NOT NULL,
    act_id    bigint NOT NULL,
    PRIMARY KEY (tenant_id, bag_id),
    FOREIGN KEY (tenant_id, bag_id) REFERENCES bag ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, act_id) REFERENCES planned_act ON DELETE CASCADE
);
CALL protect('planned_bag');
CREATE INDEX planned_bag_act ON planned_bag (tenant_id, act_id);

-- What a locked box keeps out of every other container.
CREATE VIEW locked_unit WITH (security_invoker = true) AS
SELECT p.tenant_id, p.parcel_id, NULL::bigint AS bag_id, b.id AS box_id FROM planned_parcel p
JOIN planned_act a ON a.tenant_id = p.tenant_id AND a.id = p.act_id
JOIN planned_box b ON b.tenant_id = a.tenant_id AND b.id = a.box_id
WHERE b.locked_at IS NOT NULL AND b.done_at IS NULL
UNION ALL
SELECT p.tenant_id, NULL, p.bag_id, b.id FROM planned_bag p
JOIN planned_act a ON a.tenant_id = p.tenant_id AND a.id = p.act_id
JOIN planned_box b ON b.tenant_id = a.tenant_id AND b.id = a.box_id
WHERE b.locked_at IS NOT NULL AND b.done_at IS NULL;
GRANT SELECT ON locked_unit TO tongdao_app;

DO $$
DECLARE
    target text;
BEGIN
    FOREACH target IN ARRAY ARRAY['planned_box', 'planned_act', 'planned_parcel', 'planned_bag'] LOOP
        EXECUTE format('CREATE POLICY merchant_only ON %I AS RESTRICTIVE FOR ALL TO tongdao_merchant USING (false)', target);
    END LOOP;
END $$;
