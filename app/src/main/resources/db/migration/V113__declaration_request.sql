-- A person asked for a whole file to be declared; the standing work does it, chunk by chunk, and goes on after a kill.
CREATE TABLE declaration_request (
    tenant_id int NOT NULL,
    batch_id  bigint NOT NULL,
    asked_by  text NOT NULL,
    asked_at  timestamptz NOT NULL,
    done_at   timestamptz,
    PRIMARY KEY (tenant_id, batch_id),
    FOREIGN KEY (tenant_id, batch_id) REFERENCES order_batch
);
CALL protect('declaration_request');
CREATE INDEX declaration_request_open ON declaration_request (tenant_id, batch_id) WHERE done_at IS NULL;
