-- One parcel out of a container for inspection, and back: what stands in the manifest, on the doors and in the bags after each such act.

-- A unit that stands apart for customs; consolidation leaves it alone.
ALTER TABLE bag ADD held_at timestamptz;

CREATE TABLE parcel_pull (                      -- the parcel leaves its bag, its container and the train
    tenant_id    int NOT NULL REFERENCES tenant,
    id           bigint GENERATED ALWAYS AS IDENTITY,
    parcel_id    bigint NOT NULL,
    container_id bigint NOT NULL,
    train_id     bigint NOT NULL,               -- that it was on or came by
    node         text NOT NULL,
    bag_sscc     text NOT NULL,                 -- that it was in
    held_sscc    text NOT NULL,                 -- that it is in for the inspection
    place        jsonb NOT NULL,                -- of a piece in the container: container_bag; {} when it came out of a bag
    actor        text NOT NULL,
    reason       text NOT NULL CHECK (reason <> ''),
    at           timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel,
    FOREIGN KEY (tenant_id, container_id) REFERENCES container,
    FOREIGN KEY (tenant_id, train_id) REFERENCES train
);
CALL protect_append_only('parcel_pull');
CREATE INDEX parcel_pull_train ON parcel_pull (tenant_id, train_id, id);

CREATE TABLE parcel_pull_end (                  -- and what became of it, once
    tenant_id int NOT NULL,
    pull_id   bigint NOT NULL,
    outcome   text NOT NULL CHECK (outcome IN ('RELOADED', 'RETURNED', 'DISPOSED')),
    actor     text NOT NULL,
    reason    text NOT NULL CHECK (reason <> ''),
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, pull_id),
    FOREIGN KEY (tenant_id, pull_id) REFERENCES parcel_pull
);
CALL protect_append_only('parcel_pull_end');

CREATE TABLE container_seal (                   -- each seal after the first, container.seal_no, which stays the name of this journey of the box (I-20)
    tenant_id    int NOT NULL REFERENCES tenant,
    container_id bigint NOT NULL,
    seal_no      text NOT NULL,
    seq          int NOT NULL CHECK (seq > 1),
    put_on_at    timestamptz NOT NULL,
    actor        text NOT NULL,
    PRIMARY KEY (tenant_id, container_id, seq),
    UNIQUE (tenant_id, seal_no),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container
);
CALL protect_append_only('container_seal');

CREATE TABLE container_amendment (              -- what changed in a container after it was closed (I-16)
    tenant_id     int NOT NULL REFERENCES tenant,
    container_id  bigint NOT NULL,
    seq           int NOT NULL CHECK (seq > 0),
    pull_id       bigint NOT NULL,
    bags_delta    int NOT NULL,
    parcels_delta int NOT NULL CHECK (parcels_delta IN (-1, 1)),
    gross_delta_g bigint NOT NULL,
    sha256_before text NOT NULL,
    sha256_after  text NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, container_id, seq),
    FOREIGN KEY (tenant_id, container_id) REFERENCES container,
    FOREIGN KEY (tenant_id, pull_id) REFERENCES parcel_pull
);
CALL protect_append_only('container_amendment');

CREATE TABLE manifest_amendment (               -- numbered on each train that carries the container from then on
    tenant_id     int NOT NULL REFERENCES tenant,
    train_id      bigint NOT NULL,
    amendment_no  int NOT NULL CHECK (amendment_no > 0),
    container_id  bigint NOT NULL,
    container_seq int NOT NULL,
    gross_g       bigint NOT NULL,              -- of the train after it
    PRIMARY KEY (tenant_id, train_id, amendment_no),
    UNIQUE (tenant_id, train_id, container_id, container_seq),
    FOREIGN KEY (tenant_id, train_id) REFERENCES train,
    FOREIGN KEY (tenant_id, container_id, container_seq) REFERENCES container_amendment
);
CALL protect_append_only('manifest_amendment');

-- The manifest of a container as it stands: bag, parcel, weight, line by line.
CREATE FUNCTION container_manifest_sha256(tenant int, container bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to(coalesce(string_agg(b.sscc || '|' || p.parcel_no || '|' || p.gross_g, E'\n' ORDER BY b.sscc, p.parcel_no), ''), 'UTF8')), 'hex')
    FROM container_bag cb
    JOIN bag b ON b.tenant_id = cb.tenant_id AND b.id = cb.bag_id
    JOIN bag_parcel bp ON bp.tenant_id = cb.tenant_id AND bp.bag_id = cb.bag_id
    JOIN parcel p ON p.tenant_id = bp.tenant_id AND p.id = bp.parcel_id
    WHERE cb.tenant_id = tenant AND cb.container_id = container
$$;

-- The one seal that is on the doors now.
CREATE VIEW active_seal WITH (security_invoker = true) AS
SELECT c.tenant_id, c.id AS container_id, coalesce(s.seal_no, c.seal_no) AS seal_no, coalesce(s.put_on_at, c.sealed_at) AS put_on_at, coalesce(s.seq, 1) AS seq
FROM container c
LEFT JOIN LATERAL (SELECT n.seal_no, n.put_on_at, n.seq FROM container_seal n
                   WHERE n.tenant_id = c.tenant_id AND n.container_id = c.id ORDER BY n.seq DESC LIMIT 1) s ON true;
GRANT SELECT ON active_seal TO tongdao_app;

-- A binding (607) that is changed keeps its number, so its key may stand in several documents; a list (603) still is sent once.
DROP INDEX customs_document_list_key;
CREATE UNIQUE INDEX customs_document_list_key ON customs_document (tenant_id, receipt_key) WHERE type = 'CEB603';
