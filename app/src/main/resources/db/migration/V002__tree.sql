-- The tree every feature hangs its facts on: order → parcel → bag → container → wagon → train.
-- Each table is written by one feature (named in its comment) and read by those downstream of it.

-- intake -----------------------------------------------------------------------------------------------------------
CREATE TABLE order_batch (
    tenant_id   int NOT NULL REFERENCES tenant,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    file_name   text NOT NULL,
    sha256      text NOT NULL,                  -- of the file and of the mapping it was read with
    merchant    text NOT NULL,
    received_at timestamptz NOT NULL,
    total_rows  int NOT NULL,
    accepted    int NOT NULL,
    rejected    int NOT NULL,
    duplicate   int NOT NULL,
    orders      int NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, sha256),
    CHECK (accepted + rejected + duplicate = total_rows)
);
CALL protect('order_batch');

CREATE TABLE customer_order (
    tenant_id         int NOT NULL,
    id                bigint GENERATED ALWAYS AS IDENTITY,
    batch_id          bigint NOT NULL,
    platform          text NOT NULL,
    merchant          text NOT NULL,
    order_no          text NOT NULL,
    content_sha256    text NOT NULL,            -- of the normalised lines: equal = duplicate, different = conflict
    payment_no        text NOT NULL,
    ordered_at        timestamptz NOT NULL,
    regime            text NOT NULL DEFAULT '9610' CHECK (regime IN ('9610', '9710', '9810', '1210')),
    currency          char(3) NOT NULL,
    goods_value       numeric(19, 5) NOT NULL CHECK (goods_value > 0),
    consignee_name    text NOT NULL,
    consignee_phone   text NOT NULL,            -- E.164
    consignee_address text NOT NULL,
    consignee_city    text NOT NULL,
    consignee_postcode text NOT NULL,
    country           char(2) NOT NULL,         -- ISO 3166-1 alpha-2 of the consignee
    first_line        bigint NOT NULL,          -- first line of the order in the file
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, platform, merchant, order_no),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES order_batch
);
CALL protect('customer_order');
CREATE INDEX customer_order_batch ON customer_order (tenant_id, batch_id, id);

CREATE TABLE order_line (
    tenant_id  int NOT NULL,
    order_id   bigint NOT NULL,
    line_no    int NOT NULL,                    -- 1.. within the order
    file_line  bigint NOT NULL,                 -- line of the file it came from
    sku        text NOT NULL,
    name_zh    text NOT NULL,
    name_en    text NOT NULL,
    hs         text NOT NULL,                   -- 10 digits
    quantity   int NOT NULL CHECK (quantity > 0),
    unit       text NOT NULL,                   -- customs unit code, 3 digits
    unit_price numeric(19, 5) NOT NULL CHECK (unit_price > 0),
    net_g      bigint NOT NULL CHECK (net_g > 0),       -- of the whole line
    gross_g    bigint NOT NULL CHECK (gross_g >= net_g), -- of the whole line
    length_mm  int NOT NULL CHECK (length_mm > 0),      -- of the packed line
    width_mm   int NOT NULL CHECK (width_mm > 0),
    height_mm  int NOT NULL CHECK (height_mm > 0),
    origin     char(2) NOT NULL,
    PRIMARY KEY (tenant_id, order_id, line_no),
    FOREIGN KEY (tenant_id, order_id) REFERENCES customer_order
);
CALL protect('order_line');

CREATE TABLE parcel (
    tenant_id   int NOT NULL,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    order_id    bigint NOT NULL,
    batch_id    bigint NOT NULL,
    parcel_no   text NOT NULL UNIQUE,           -- UPU S10, unique for ever and across tenants
    regime      text NOT NULL,
    country     char(2) NOT NULL,
    hub         text NOT NULL,                  -- node id of the overseas hub: ALA, DYU, WAW, CPE
    gross_g     bigint NOT NULL CHECK (gross_g > 0),
    net_g       bigint NOT NULL CHECK (net_g > 0 AND net_g <= gross_g),
    length_mm   int NOT NULL,
    width_mm    int NOT NULL,
    height_mm   int NOT NULL,
    volume_mm3  bigint NOT NULL GENERATED ALWAYS AS (length_mm::bigint * width_mm * height_mm) STORED,
    goods_value numeric(19, 5) NOT NULL,
    currency    char(3) NOT NULL,
    accepted_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, order_id),
    FOREIGN KEY (tenant_id, order_id) REFERENCES customer_order,
    FOREIGN KEY (tenant_id, batch_id) REFERENCES order_batch
);
CALL protect('parcel');
-- a visitor of the public tracking page sees the one parcel whose number he typed, of whatever tenant
CREATE POLICY typed_number ON parcel FOR SELECT USING (parcel_no = nullif(current_setting('app.parcel', true), ''));
CREATE INDEX parcel_batch ON parcel (tenant_id, batch_id, id);

-- declaration ------------------------------------------------------------------------------------------------------
CREATE TABLE declaration (
    tenant_id   int NOT NULL,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    parcel_id   bigint NOT NULL,
    regime      text NOT NULL,
    cop_no      text NOT NULL,                  -- our document number, unique
    attempt     int NOT NULL,                   -- 1, then +1 with each re-declaration
    supersedes  bigint,
    live        boolean NOT NULL DEFAULT true,  -- false once refused or withdrawn
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, cop_no),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel
);
CALL protect('declaration');
CREATE UNIQUE INDEX declaration_never_twice ON declaration (tenant_id, parcel_id) WHERE live;  -- I-07

-- The gate fact: this parcel may leave. Consolidation takes only parcels that are here.
CREATE TABLE clearance (
    tenant_id      int NOT NULL,
    parcel_id      bigint NOT NULL,
    declaration_id bigint NOT NULL,
    invt_no        text NOT NULL,               -- number of the released list
    released_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, parcel_id),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel,
    FOREIGN KEY (tenant_id, declaration_id) REFERENCES declaration
);
CALL protect_append_only('clearance');

-- consolidation ----------------------------------------------------------------------------------------------------
CREATE TABLE bag (
    tenant_id  int NOT NULL,
    id         bigint GENERATED ALWAYS AS IDENTITY,
    sscc       text NOT NULL UNIQUE,
    hub        text NOT NULL,
    regime     text NOT NULL,
    parcels    int NOT NULL CHECK (parcels > 0),
    gross_g    bigint NOT NULL CHECK (gross_g > 0),
    length_mm  int NOT NULL,
    width_mm   int NOT NULL,
    height_mm  int NOT NULL,
    closed_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL protect('bag');

CREATE TABLE bag_parcel (                       -- one place (I-04): a parcel is in one bag only
    tenant_id int NOT NULL,
    parcel_id bigint NOT NULL,
    bag_id    bigint NOT NULL,
    PRIMARY KEY (tenant_id, parcel_id),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES clearance,
    FOREIGN KEY (tenant_id, bag_id) REFERENCES bag
);
CALL protect('bag_parcel');
CREATE INDEX bag_parcel_bag ON bag_parcel (tenant_id, bag_id);

CREATE TABLE container (
    tenant_id    int NOT NULL,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    container_no text NOT NULL,                 -- ISO 6346; the same box travels again and again
    type_code    text NOT NULL,                 -- 40HC, 20GP as in data/corridor/containers.csv
    hub          text NOT NULL,
    regime       text NOT NULL,
    bags         int NOT NULL CHECK (bags > 0),
    parcels      int NOT NULL CHECK (parcels > 0),
    tare_g       bigint NOT NULL,
    gross_g      bigint NOT NULL CHECK (gross_g > tare_g),   -- tare + content
    seal_no      text NOT NULL,
    sealed_at    timestamptz NOT NULL,
    load_plan    jsonb NOT NULL,                -- docs/formats/load-plan.md
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, seal_no)
);
CALL protect('container');

CREATE TABLE container_bag (
    tenant_id    int NOT NULL,
    bag_id       bigint NOT NULL,
    container_id bigint NOT NULL,
    sequence     int NOT NULL,                  -- order in which the crew puts it in, 1..
    x_mm         int NOT NULL,
    y_mm         int NOT NULL,
    z_mm         int NOT NULL,
    dx_mm        int NOT NULL,
    dy_mm        int NOT NULL,
    dz_mm        int NOT NULL,
    PRIMARY KEY (tenant_id, bag_id),
    UNIQUE (tenant_id, container_id, sequence),
    FOREIGN KEY (tenant_id, bag_id) REFERENCES bag,
    FOREIGN KEY (tenant_id, container_id) REFERENCES container
);
CALL protect('container_bag');

-- What could not go, and which limit kept it back. Written by consolidation and planning.
CREATE TABLE left_behind (
    tenant_id    int NOT NULL,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    subject_kind text NOT NULL CHECK (subject_kind IN ('parcel', 'bag', 'container')),
    subject_id   bigint NOT NULL,
    rule         text NOT NULL,
    detail       text NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CALL protect('left_behind');

-- planning ---------------------------------------------------------------------------------------------------------
CREATE TABLE service_run (                      -- one departure of a timetabled service
    tenant_id    int NOT NULL,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    service_code text NOT NULL,
    mode         text NOT NULL,                 -- rail, road, ferry
    gauge_mm     int,
    from_node    text NOT NULL,
    to_node      text NOT NULL,
    departs_at   timestamptz NOT NULL,
    arrives_at   timestamptz NOT NULL CHECK (arrives_at > departs_at),
    capacity_ffe int NOT NULL CHECK (capacity_ffe >= 0),
    booked_ffe   numeric(6, 1) NOT NULL DEFAULT 0 CHECK (booked_ffe >= 0),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, service_code, from_node, to_node, departs_at),
    CHECK (booked_ffe <= capacity_ffe)          -- I-18
);
CALL protect('service_run');

CREATE TABLE train (
    tenant_id          int NOT NULL,
    id                 bigint GENERATED ALWAYS AS IDENTITY,
    train_no           text NOT NULL,
    service_run_id     bigint NOT NULL,
    gauge_mm           int NOT NULL,
    from_node          text NOT NULL,
    to_node            text NOT NULL,
    planned_departure  timestamptz NOT NULL,
    planned_arrival    timestamptz NOT NULL,
    composed_at        timestamptz NOT NULL,
    length_mm          int NOT NULL,
    gross_g            bigint NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, train_no),
    FOREIGN KEY (tenant_id, service_run_id) REFERENCES service_run
);
CALL protect('train');

CREATE TABLE train_wagon (
    tenant_id int NOT NULL,
    train_id  bigint NOT NULL,
    position  int NOT NULL,                     -- 1.. from the locomotive
    wagon_no  text NOT NULL,
    model     text NOT NULL,
    tare_g    bigint NOT NULL,
    length_mm int NOT NULL,
    PRIMARY KEY (tenant_id, train_id, position),
    UNIQUE (tenant_id, train_id, wagon_no),
    FOREIGN KEY (tenant_id, train_id) REFERENCES train
);
CALL protect('train_wagon');

CREATE TABLE container_leg (                    -- the plan of a container, leg by leg, from Urumqi to its hub
    tenant_id      int NOT NULL,
    container_id   bigint NOT NULL,
    leg_no         int NOT NULL,                -- 1..
    mode           text NOT NULL,
    gauge_mm       int,
    from_node      text NOT NULL,
    to_node        text NOT NULL,
    planned_depart timestamptz NOT NULL,
    planned_arrive timestamptz NOT NULL,
    service_run_id bigint,
    train_id       bigint,                      -- set when the train is composed
    PRIMARY KEY (tenant_id, container_id, leg_no),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container,
    FOREIGN KEY (tenant_id, service_run_id) REFERENCES service_run,
    FOREIGN KEY (tenant_id, train_id) REFERENCES train
);
CALL protect('container_leg');
CREATE INDEX container_leg_train ON container_leg (tenant_id, train_id);

CREATE TABLE wagon_load (
    tenant_id    int NOT NULL,
    train_id     bigint NOT NULL,
    container_id bigint NOT NULL,
    position     int NOT NULL,                  -- wagon
    slot         int NOT NULL,                  -- 1.. on the wagon
    PRIMARY KEY (tenant_id, train_id, container_id),
    UNIQUE (tenant_id, train_id, position, slot),
    FOREIGN KEY (tenant_id, train_id, position) REFERENCES train_wagon,
    FOREIGN KEY (tenant_id, container_id) REFERENCES container
);
CALL protect('wagon_load');

-- port -------------------------------------------------------------------------------------------------------------
CREATE TABLE train_fact (                       -- what the railway and the border told about a train, once each
    tenant_id int NOT NULL,
    train_id  bigint NOT NULL,
    milestone text NOT NULL,                    -- T090 … T180 of data/corridor/milestones.csv
    node      text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, train_id, milestone, node),
    FOREIGN KEY (tenant_id, train_id) REFERENCES train
);
CALL protect_append_only('train_fact');

CREATE TABLE transload (                        -- a container lifted from one wagon set to the next (I-06)
    tenant_id    int NOT NULL,
    container_id bigint NOT NULL,
    node         text NOT NULL,
    from_train   bigint NOT NULL,
    to_train     bigint NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, container_id, node),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container,
    FOREIGN KEY (tenant_id, from_train) REFERENCES train,
    FOREIGN KEY (tenant_id, to_train) REFERENCES train
);
CALL protect_append_only('transload');

-- fulfilment -------------------------------------------------------------------------------------------------------
CREATE TABLE warehouse_arrival (
    tenant_id    int NOT NULL,
    container_id bigint NOT NULL,
    hub          text NOT NULL,
    arrived_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, container_id),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container
);
CALL protect_append_only('warehouse_arrival');

CREATE TABLE parcel_fact (                      -- what happened to a parcel after the hub, once each
    tenant_id int NOT NULL,
    parcel_id bigint NOT NULL,
    milestone text NOT NULL,                    -- T210 unpacked, T220, T230, T240 failed, T250 delivered, T900 returned
    attempt   int NOT NULL DEFAULT 1,           -- of delivery
    node      text NOT NULL,
    at        timestamptz NOT NULL,
    detail    text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, parcel_id, milestone, attempt),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel
);
CALL protect_append_only('parcel_fact');
CREATE UNIQUE INDEX parcel_fact_one_end ON parcel_fact (tenant_id, parcel_id) WHERE milestone IN ('T250', 'T900');
