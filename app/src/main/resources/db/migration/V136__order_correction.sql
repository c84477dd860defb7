-- What was corrected in an accepted order while no customs document stood on it: each value once, with who and why.
CREATE TABLE order_correction (
    tenant_id int NOT NULL,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    order_id  bigint NOT NULL,
    line_no   int NOT NULL CHECK (line_no >= 0), -- 0: of the order
    field     text NOT NULL,                     -- as in docs/formats/mapping.md
    before    text NOT NULL,
    after     text NOT NULL CHECK (after <> before),
    actor     text NOT NULL,
    reason    text NOT NULL CHECK (reason <> ''),
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, order_id) REFERENCES customer_order
);
CALL protect_append_only('order_correction');
CREATE INDEX order_correction_order ON order_correction (tenant_id, order_id, id);
CALL restrict_to_merchant();
