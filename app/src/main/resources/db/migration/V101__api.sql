-- Programs that speak to us: their keys, the answers they were given, the long jobs they asked for.

CREATE TABLE api_key (
    tenant_id   int NOT NULL REFERENCES tenant,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    hint        text NOT NULL,                  -- the first letters of the secret, to recognise it by
    sha256      text NOT NULL UNIQUE,           -- of the secret, which nobody keeps
    scopes      text[] NOT NULL,
    merchant    text NOT NULL,                  -- empty: all merchants of the tenant
    created_by  text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at  timestamptz,
    revoked_at  timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CALL protect('api_key');
REVOKE UPDATE, DELETE ON api_key FROM tongdao_app;
GRANT UPDATE (revoked_at) ON api_key TO tongdao_app;
-- who calls has no tenant yet: he sees the one row whose secret he knows
CREATE POLICY shown_key ON api_key FOR SELECT USING (sha256 = nullif(current_setting('app.shown_key', true), ''));

CREATE TABLE api_answer (                       -- the first answer to an Idempotency-Key, given again to everybody who repeats it
    tenant_id   int NOT NULL,
    api_key     bigint NOT NULL,
    idem_key    text NOT NULL CHECK (length(idem_key) BETWEEN 1 AND 200),
    body_sha256 bytea NOT NULL,                 -- of route and body: the same key with another body is a mistake of the caller
    status      int NOT NULL,
    body        text NOT NULL,
    PRIMARY KEY (tenant_id, api_key, idem_key),
    FOREIGN KEY (tenant_id, api_key) REFERENCES api_key
);
CALL protect_append_only('api_answer');

CREATE TABLE api_job (                          -- work that takes longer than a caller should wait
    tenant_id   int NOT NULL,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    api_key     bigint NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('orders', 'file')),
    name        text NOT NULL,                  -- of the file
    merchant    text NOT NULL,
    payload     bytea NOT NULL,
    total       int NOT NULL,                   -- rows, 0 while unknown
    done        int NOT NULL DEFAULT 0,
    batch_id    bigint,
    failure     text NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, api_key) REFERENCES api_key,
    CHECK (done <= total)
);
CALL protect('api_job');
CREATE INDEX api_job_open ON api_job (tenant_id, id) WHERE finished_at IS NULL;

CREATE TABLE api_job_row (                      -- one result for each row, in the order of the request
    tenant_id   int NOT NULL,
    job_id      bigint NOT NULL,
    row_no      int NOT NULL,                   -- 0..
    result      text NOT NULL,                  -- JSON as in the answer of a bulk call
    PRIMARY KEY (tenant_id, job_id, row_no),
    FOREIGN KEY (tenant_id, job_id) REFERENCES api_job
);
CALL protect_append_only('api_job_row');

-- orders that come one by one take their numbers in the statement that stores them: the row must be there
INSERT INTO number_range (kind, next) VALUES ('S10', 0) ON CONFLICT DO NOTHING;
