-- Editions of the reference lists (data/*.csv) that an administrator of the operator put in force. One list is for all tenants of the installation,
-- since the rules it holds are those of customs and of the house: every tenant reads, only the home tenant adds, nobody changes (ADR 0136).

CREATE TABLE list_edition (
    list       text NOT NULL CHECK (list ~ '^[a-z][a-z0-9/-]*\.csv$'),
    number     int NOT NULL CHECK (number >= 0),    -- 0: what came with the program when the first one was brought
    content    bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 4000000),
    sha256     bytea NOT NULL GENERATED ALWAYS AS (sha256(content)) STORED,
    line_count int NOT NULL CHECK (line_count > 0),
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor      text NOT NULL CHECK (actor <> ''),
    reason     text NOT NULL CHECK (reason <> ''),
    restores   int CHECK (restores >= 0),           -- the older edition that it brings back
    PRIMARY KEY (list, number)
);
ALTER TABLE list_edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE list_edition FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON list_edition FOR SELECT USING (true);
CREATE POLICY home_adds ON list_edition FOR INSERT WITH CHECK (current_tenant() = 1);
CREATE POLICY merchant_adds_none ON list_edition AS RESTRICTIVE FOR INSERT TO tongdao_merchant WITH CHECK (false);
GRANT SELECT, INSERT ON list_edition TO tongdao_app;
