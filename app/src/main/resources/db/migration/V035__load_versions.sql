-- Every plan a container was loaded or is to be loaded by, whole, with its verdict: a certificate that a third party can judge again. None is changed; undoing one
-- adds the one before it again. A plan that breaks a rule has no row.
CREATE TABLE load_version (
    tenant_id    int NOT NULL REFERENCES tenant,
    container_id bigint NOT NULL,
    version      int NOT NULL CHECK (version > 0),
    based_on     int NOT NULL CHECK (based_on BETWEEN 0 AND version - 1),
    kind         text NOT NULL CHECK (kind IN ('ENGINE', 'HAND', 'UNDO', 'SEAL')),
    actor        text NOT NULL CHECK (actor <> ''),
    made_at      timestamptz NOT NULL,
    plan         jsonb NOT NULL,                -- docs/formats/load-plan.md
    PRIMARY KEY (tenant_id, container_id, version),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container,
    CONSTRAINT load_version_in_order CHECK (jsonb_array_length(plan -> 'verdict') = 0)
);
CALL protect_append_only('load_version');
