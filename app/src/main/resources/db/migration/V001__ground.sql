-- The ground: the application role, tenants, row-level security, numbers, outbox and inbox, audit.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tongdao_app') THEN
        CREATE ROLE tongdao_app NOLOGIN NOBYPASSRLS;
    END IF;
END $$;
GRANT tongdao_app TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO tongdao_app;

-- The tenant of the running transaction; unset means null, and null matches no row.
CREATE FUNCTION current_tenant() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.tenant', true), '')::int;

-- Every table with a tenant_id calls one of these two right after its CREATE TABLE.
CREATE PROCEDURE protect(target regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY tenant_only ON %s FOR ALL USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', target);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO tongdao_app', target);
END $$;

-- Facts, ledgers, messages and audit: the application can add and read, never change or remove (I-28).
CREATE PROCEDURE protect_append_only(target regclass) LANGUAGE plpgsql AS $$
BEGIN
    CALL protect(target);
    EXECUTE format('REVOKE UPDATE, DELETE ON %s FROM tongdao_app', target);
END $$;

CREATE TABLE tenant (
    id         int PRIMARY KEY CHECK (id > 0),
    code       text NOT NULL UNIQUE,
    name       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT ON tenant TO tongdao_app;
INSERT INTO tenant (id, code, name) VALUES (1, 'home', 'Home consolidator');

-- Serial numbers without gaps, one row per kind for the whole installation, so that barcodes are unique across tenants (I-05).
-- The kinds: S10, SSCC, CONTAINER, SEAL, WAGON_1435, WAGON_1520, TRAIN …
CREATE TABLE number_range (
    kind text PRIMARY KEY,
    next bigint NOT NULL CHECK (next >= 0)
);
GRANT SELECT, INSERT, UPDATE ON number_range TO tongdao_app;

-- The work clock of a tenant whose far side is emulated; no row means wall-clock time.
CREATE TABLE work_clock (
    tenant_id int PRIMARY KEY REFERENCES tenant,
    now       timestamptz NOT NULL
);
CALL protect('work_clock');

CREATE TABLE outbox (
    tenant_id    int NOT NULL REFERENCES tenant,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    wire         text NOT NULL,                 -- customs, rail, carrier
    message_key  text NOT NULL,                 -- unique per wire, the file name on a folder wire
    payload      bytea NOT NULL,
    sha256       bytea NOT NULL GENERATED ALWAYS AS (sha256(payload)) STORED,
    created_at   timestamptz NOT NULL,
    sent_at      timestamptz,
    attempts     int NOT NULL DEFAULT 0,
    dead_reason  text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, wire, message_key)
);
CALL protect('outbox');
REVOKE UPDATE, DELETE ON outbox FROM tongdao_app;
GRANT UPDATE (sent_at, attempts, dead_reason) ON outbox TO tongdao_app;
CREATE INDEX outbox_unsent ON outbox (tenant_id, wire, id) WHERE sent_at IS NULL AND dead_reason IS NULL;

CREATE TABLE inbox (
    tenant_id   int NOT NULL REFERENCES tenant,
    wire        text NOT NULL,
    message_key text NOT NULL,
    payload     bytea NOT NULL,
    sha256      bytea NOT NULL GENERATED ALWAYS AS (sha256(payload)) STORED,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, wire, message_key)
);
CALL protect_append_only('inbox');

CREATE TABLE audit_log (
    tenant_id   int NOT NULL REFERENCES tenant,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor       text NOT NULL,
    role        text NOT NULL,
    action      text NOT NULL,
    subject     text NOT NULL,
    reason      text NOT NULL DEFAULT '',
    request_id  text NOT NULL DEFAULT '',
    before_hash text NOT NULL DEFAULT '',
    after_hash  text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id)
);
CALL protect_append_only('audit_log');
