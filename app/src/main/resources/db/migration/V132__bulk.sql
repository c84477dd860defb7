-- Acts on many parcels at once: tried first, then done one by one, each with its own answer. And the views of lists that people keep.

CREATE TABLE bulk_run (
    tenant_id  int NOT NULL REFERENCES tenant,
    id         bigint GENERATED ALWAYS AS IDENTITY,
    act        text NOT NULL CHECK (act IN ('HOLD', 'RELEASE', 'PRINT')),
    reason     text NOT NULL CHECK (reason <> ''),
    printer    text NOT NULL,                   -- of PRINT only
    source     text NOT NULL,                   -- address of the list it was chosen from
    state      text NOT NULL DEFAULT 'TRYING' CHECK (state IN ('TRYING', 'TRIED', 'RUNNING', 'ENDED', 'DROPPED')),
    undo_of    bigint,
    actor      text NOT NULL,
    role       text NOT NULL,
    drawn_at   timestamptz NOT NULL,
    ended_at   timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, undo_of) REFERENCES bulk_run,
    CHECK ((act = 'PRINT') = (printer <> ''))
);
CALL protect('bulk_run');
REVOKE UPDATE, DELETE ON bulk_run FROM tongdao_app;
GRANT UPDATE (state, ended_at) ON bulk_run TO tongdao_app;
CREATE UNIQUE INDEX bulk_run_undo ON bulk_run (tenant_id, undo_of) WHERE state <> 'DROPPED';   -- taken back once
CREATE INDEX bulk_run_open ON bulk_run (tenant_id, id) WHERE state IN ('TRYING', 'RUNNING');

CREATE TABLE bulk_item (
    tenant_id int NOT NULL REFERENCES tenant,
    run_id    bigint NOT NULL,
    item_no   int NOT NULL,
    parcel_no text NOT NULL,
    state     text NOT NULL DEFAULT 'NEW' CHECK (state IN ('NEW', 'WILL', 'CANNOT', 'DONE', 'FAILED')),
    tries     int NOT NULL DEFAULT 0,
    rule      text NOT NULL DEFAULT '',
    value     text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, run_id, item_no),
    UNIQUE (tenant_id, run_id, parcel_no),
    FOREIGN KEY (tenant_id, run_id) REFERENCES bulk_run,
    CHECK ((state IN ('CANNOT', 'FAILED')) = (rule <> ''))
);
CALL protect('bulk_item');
REVOKE UPDATE, DELETE ON bulk_item FROM tongdao_app;
GRANT UPDATE (state, tries, rule, value) ON bulk_item TO tongdao_app;
CREATE INDEX bulk_item_open ON bulk_item (tenant_id, run_id, item_no) WHERE state IN ('NEW', 'WILL');

CREATE TABLE saved_view (                       -- a filter of a list under a name: its address
    tenant_id int NOT NULL REFERENCES tenant,
    list      text NOT NULL,
    name      text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    owner     text NOT NULL,
    shared    boolean NOT NULL,                 -- with everybody of the tenant who opens the list
    address   text NOT NULL CHECK (length(address) <= 600),
    kept_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, list, owner, name)
);
CALL protect('saved_view');
REVOKE UPDATE ON saved_view FROM tongdao_app;
