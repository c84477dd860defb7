-- People who work in the console, and the one-time codes with which they set their password.

CREATE TABLE app_user (
    tenant_id     int NOT NULL REFERENCES tenant,
    name          text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9][a-z0-9._@-]{1,62}$'), -- one name, one person, in the whole installation
    role          text NOT NULL CHECK (role IN ('ADMIN', 'OPERATOR', 'BROKER', 'DISPATCHER', 'WAREHOUSE', 'FINANCE', 'MERCHANT', 'AUDITOR')),
    password_hash text NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    disabled_at   timestamptz,
    PRIMARY KEY (tenant_id, name)
);
CALL protect('app_user');
-- who signs in has no tenant yet: he sees the one row that has the name he typed
CREATE POLICY signing_in ON app_user FOR SELECT USING (name = nullif(current_setting('app.signing_in', true), ''));

CREATE TABLE invitation (
    tenant_id    int NOT NULL REFERENCES tenant,
    token_sha256 text NOT NULL,
    user_name    text NOT NULL,
    role         text NOT NULL,
    issued_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at   timestamptz NOT NULL,
    used_at      timestamptz,
    PRIMARY KEY (tenant_id, token_sha256),
    UNIQUE (tenant_id, user_name)               -- a new code replaces the old one
);
CALL protect('invitation');
CREATE POLICY shown_code ON invitation FOR SELECT USING (token_sha256 = nullif(current_setting('app.shown_code', true), ''));

-- the administrator of the home tenant opens further tenants
GRANT INSERT (id, code, name) ON tenant TO tongdao_app;

-- lists by filter, newest first, from any key on
CREATE INDEX parcel_hub ON parcel (tenant_id, hub, id);
