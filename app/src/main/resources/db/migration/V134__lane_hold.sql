-- A lane that a person keeps back: its cut-offs pass nothing until it is let go. Who did it, and who let go, stands in the trail.

CREATE TABLE lane_hold (
    tenant_id int NOT NULL REFERENCES tenant,
    hub       text NOT NULL,
    reason    text NOT NULL CHECK (reason <> '' AND length(reason) <= 200),
    actor     text NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, hub)
);
CALL protect('lane_hold');
REVOKE UPDATE ON lane_hold FROM tongdao_app;
