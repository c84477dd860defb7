-- What follows a declared list: its cancellation (605, 623), the return of its goods (213 with tally 215, 625), and the summary of lists (701, 792).

CREATE TABLE customs_paper (
    tenant_id      int NOT NULL REFERENCES tenant,
    id             bigint GENERATED ALWAYS AS IDENTITY,
    kind           text NOT NULL CHECK (kind IN ('CANCEL', 'RETURN', 'TALLY', 'SUMMARY')),
    number         text NOT NULL,               -- ours: copNo or coElNo
    declaration_id bigint,                      -- of the list it is about; a summary is about many
    import_list_id bigint,
    reason         text NOT NULL,
    regime         text NOT NULL DEFAULT '',    -- of a summary
    lines          int NOT NULL DEFAULT 0,      -- of the declaration that a summary comes to, by our merge key
    asked_by       text NOT NULL,
    asked_at       timestamptz NOT NULL,
    standing       boolean NOT NULL DEFAULT true,   -- false once customs refused it
    done           boolean NOT NULL DEFAULT false,  -- customs accepted it and what follows from that was done
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, number),
    FOREIGN KEY (tenant_id, declaration_id) REFERENCES declaration,
    FOREIGN KEY (tenant_id, import_list_id) REFERENCES import_list,
    CHECK (num_nonnulls(declaration_id, import_list_id) = CASE kind WHEN 'SUMMARY' THEN 0 ELSE 1 END)
);
CALL protect('customs_paper');
CREATE UNIQUE INDEX customs_paper_one_cancel ON customs_paper (tenant_id, declaration_id) WHERE kind = 'CANCEL' AND standing;
CREATE UNIQUE INDEX customs_paper_one_import_cancel ON customs_paper (tenant_id, import_list_id) WHERE kind = 'CANCEL' AND standing;
CREATE INDEX customs_paper_list ON customs_paper (tenant_id, declaration_id);
CREATE INDEX customs_paper_import ON customs_paper (tenant_id, import_list_id);

-- Of each row of a list: what was declared, and what is on its way back. Never more than was declared (I-18).
CREATE TABLE customs_row_balance (
    tenant_id int NOT NULL REFERENCES tenant,
    cop_no    text NOT NULL,
    row_no    int NOT NULL,
    declared  numeric(19, 5) NOT NULL CHECK (declared > 0),
    returned  numeric(19, 5) NOT NULL CHECK (returned >= 0),
    PRIMARY KEY (tenant_id, cop_no, row_no),
    CHECK (returned <= declared)
);
CALL protect('customs_row_balance');

CREATE TABLE customs_return_row (
    tenant_id int NOT NULL,
    paper_id  bigint NOT NULL,
    cop_no    text NOT NULL,
    row_no    int NOT NULL,
    quantity  numeric(19, 5) NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (tenant_id, paper_id, row_no),
    FOREIGN KEY (tenant_id, paper_id) REFERENCES customs_paper,
    FOREIGN KEY (tenant_id, cop_no, row_no) REFERENCES customs_row_balance
);
CALL protect_append_only('customs_return_row');

-- A list is summarised once; a summary that customs refused lets its lists go.
CREATE TABLE customs_summary_list (
    tenant_id      int NOT NULL,
    declaration_id bigint NOT NULL,
    paper_id       bigint NOT NULL,
    invt_no        text NOT NULL,
    PRIMARY KEY (tenant_id, declaration_id),
    FOREIGN KEY (tenant_id, declaration_id) REFERENCES declaration,
    FOREIGN KEY (tenant_id, paper_id) REFERENCES customs_paper
);
CALL protect('customs_summary_list');
CREATE INDEX customs_summary_list_paper ON customs_summary_list (tenant_id, paper_id);
CREATE INDEX customs_summary_list_invt ON customs_summary_list (tenant_id, invt_no);

-- What customs made of a summary (792): which row of which list stands in which line of which declaration, as it came.
CREATE TABLE customs_summary_row (
    tenant_id int NOT NULL,
    wire      text NOT NULL DEFAULT 'customs' CHECK (wire = 'customs'),
    file      text NOT NULL,
    position  int NOT NULL,
    sum_no    text NOT NULL,
    entry_id  text NOT NULL,
    state     text NOT NULL,
    invt_no   text NOT NULL,
    row_no    int NOT NULL,
    line_no   int NOT NULL,
    hs        text NOT NULL,
    PRIMARY KEY (tenant_id, file, position),
    FOREIGN KEY (tenant_id, wire, file) REFERENCES inbox (tenant_id, wire, message_key)
);
CALL protect_append_only('customs_summary_row');
CREATE INDEX customs_summary_row_invt ON customs_summary_row (tenant_id, invt_no);

ALTER TABLE customs_document DROP CONSTRAINT customs_document_one_subject;
ALTER TABLE customs_document
    ADD COLUMN paper_id bigint,
    ADD FOREIGN KEY (tenant_id, paper_id) REFERENCES customs_paper,
    ADD CONSTRAINT customs_document_one_subject CHECK (num_nonnulls(declaration_id, container_id, import_list_id, paper_id) = 1);
CREATE INDEX customs_document_paper ON customs_document (tenant_id, paper_id) WHERE paper_id IS NOT NULL;

-- A clearance goes again when its list was cancelled before the parcel was put into a bag; what was, is kept here.
CREATE TABLE clearance_withdrawn (
    tenant_id      int NOT NULL,
    declaration_id bigint NOT NULL,
    parcel_id      bigint NOT NULL,
    invt_no        text NOT NULL,
    released_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, declaration_id),
    FOREIGN KEY (tenant_id, declaration_id) REFERENCES declaration,
    FOREIGN KEY (tenant_id, parcel_id) REFERENCES parcel
);
CALL protect_append_only('clearance_withdrawn');
GRANT DELETE ON clearance TO tongdao_app;

CREATE FUNCTION clearance_goes_only_with_its_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM clearance_withdrawn w WHERE w.tenant_id = OLD.tenant_id AND w.declaration_id = OLD.declaration_id)
       OR EXISTS (SELECT FROM declaration d WHERE d.tenant_id = OLD.tenant_id AND d.id = OLD.declaration_id AND d.live) THEN
        RAISE EXCEPTION 'the clearance of parcel % stands: its list was not cancelled', OLD.parcel_id;
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER clearance_goes_only_with_its_list BEFORE DELETE ON clearance FOR EACH ROW EXECUTE FUNCTION clearance_goes_only_with_its_list();

GRANT DELETE ON import_release TO tongdao_app;
CREATE FUNCTION import_release_goes_only_with_its_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM customs_paper p WHERE p.tenant_id = OLD.tenant_id AND p.import_list_id = OLD.import_list_id AND p.kind = 'CANCEL' AND p.done) THEN
        RAISE EXCEPTION 'the release of import % stands: its list was not cancelled', OLD.import_id;
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER import_release_goes_only_with_its_list BEFORE DELETE ON import_release FOR EACH ROW EXECUTE FUNCTION import_release_goes_only_with_its_list();

-- The queue tells of later papers as well, and of a parcel in a bag whose list was cancelled meanwhile.
ALTER VIEW broker_queue RENAME TO broker_queue_lists;
CREATE VIEW broker_queue WITH (security_invoker = true) AS
SELECT * FROM broker_queue_lists
UNION ALL
SELECT p.tenant_id, p.number, c.type, s.outcome, s.status, s.code, s.info, '', '', '', s.returned_at, p.number, 1, '', NULL, '', NULL, NULL, s.rank, 'paper'
FROM customs_state s
JOIN customs_document c ON c.tenant_id = s.tenant_id AND c.id = s.document_id
JOIN customs_paper p ON p.tenant_id = c.tenant_id AND p.id = c.paper_id
WHERE s.needs_broker
UNION ALL
SELECT p.tenant_id, p.parcel_no, 'RULES', 'WITHHELD', '', 'CANCELLED-LOADED', '', 'copNo', d.cop_no, '', k.released_at, d.cop_no, d.attempt, o.order_no, p.batch_id,
       p.country, p.id, p.order_id, 0, 'parcel'
FROM customs_paper c
JOIN declaration d ON d.tenant_id = c.tenant_id AND d.id = c.declaration_id
JOIN clearance k ON k.tenant_id = d.tenant_id AND k.parcel_id = d.parcel_id AND k.declaration_id = d.id
JOIN parcel p ON p.tenant_id = d.tenant_id AND p.id = d.parcel_id
JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
WHERE c.kind = 'CANCEL' AND c.done;
GRANT SELECT ON broker_queue TO tongdao_app;
