-- What happened, told to programs: one feed in commit order, and endpoints that are told of it.

CREATE TABLE api_event (
    tenant_id int NOT NULL REFERENCES tenant,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    seq       bigint,                           -- 1.. without gap, given after the commit: nobody can read past one that is still open
    type      text NOT NULL,                    -- orders.accepted, parcels.cleared, parcels.held, parcels.moved, train.departed, train.arrived
    at        timestamptz NOT NULL,
    merchant  text NOT NULL,
    data      text NOT NULL,                    -- JSON
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, seq)
);
CALL protect('api_event');
REVOKE UPDATE, DELETE ON api_event FROM tongdao_app;
GRANT UPDATE (seq) ON api_event TO tongdao_app;
CREATE INDEX api_event_unnumbered ON api_event (tenant_id, id) WHERE seq IS NULL;

CREATE TABLE webhook (
    tenant_id     int NOT NULL REFERENCES tenant,
    id            bigint GENERATED ALWAYS AS IDENTITY,
    url           text NOT NULL,
    types         text[] NOT NULL,              -- empty: all
    merchant      text NOT NULL,                -- empty: all
    secret        text NOT NULL,                -- whsec_…
    old_secret    text NOT NULL DEFAULT '',     -- signs as well for a day after a change
    old_until     timestamptz,
    enabled       boolean NOT NULL DEFAULT true,
    last_seq      bigint NOT NULL,              -- everything up to here was delivered or did not concern it
    failures      int NOT NULL DEFAULT 0,       -- in a row
    failing_since timestamptz,
    retry_at      timestamptz,
    leased_until  timestamptz,                  -- one node at a time delivers
    created_at    timestamptz NOT NULL,
    removed_at    timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CALL protect('webhook');

CREATE TABLE webhook_attempt (
    tenant_id  int NOT NULL,
    id         bigint GENERATED ALWAYS AS IDENTITY,
    webhook_id bigint NOT NULL,
    seq        bigint NOT NULL,
    at         timestamptz NOT NULL,
    status     int NOT NULL,                    -- 0: no answer
    error      text NOT NULL,
    replay     boolean NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhook
);
CALL protect_append_only('webhook_attempt');
CREATE INDEX webhook_attempt_newest ON webhook_attempt (tenant_id, webhook_id, id);

CREATE TABLE webhook_replay (                   -- asked for by hand: tell this stretch once more
    tenant_id  int NOT NULL,
    id         bigint GENERATED ALWAYS AS IDENTITY,
    webhook_id bigint NOT NULL,
    next_seq   bigint NOT NULL,
    to_seq     bigint NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhook
);
CALL protect('webhook_replay');
