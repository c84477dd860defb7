-- A merchant's month, signed off: what it holds never changes; what is put right later is a line of a later month.

ALTER TABLE account ADD COLUMN merchant text;   -- whose receivable it is
ALTER TABLE account NO FORCE ROW LEVEL SECURITY; -- the owner fills the new column for every tenant
ALTER TABLE journal_line NO FORCE ROW LEVEL SECURITY;
ALTER TABLE freight_charge NO FORCE ROW LEVEL SECURITY;
ALTER TABLE parcel NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_order NO FORCE ROW LEVEL SECURITY;
UPDATE account a SET merchant = (
    SELECT o.merchant FROM journal_line j
    JOIN freight_charge c ON c.tenant_id = j.tenant_id AND c.entry_id = j.entry_id
    JOIN parcel p ON p.tenant_id = c.tenant_id AND p.id = c.parcel_id
    JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id
    WHERE j.tenant_id = a.tenant_id AND j.account = a.code LIMIT 1)
WHERE a.code LIKE 'receivable/%';
ALTER TABLE account FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_line FORCE ROW LEVEL SECURITY;
ALTER TABLE freight_charge FORCE ROW LEVEL SECURITY;
ALTER TABLE parcel FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_order FORCE ROW LEVEL SECURITY;

CREATE TABLE monthly_statement (
    tenant_id int NOT NULL REFERENCES tenant,
    merchant  text NOT NULL,
    month     date NOT NULL CHECK (extract(day FROM month) = 1),
    number    text NOT NULL,
    lines     int NOT NULL CHECK (lines > 0),
    closed_at timestamptz NOT NULL,
    closed_by text NOT NULL,
    PRIMARY KEY (tenant_id, merchant, month),
    UNIQUE (tenant_id, number)
);
CALL protect_append_only('monthly_statement');

CREATE TABLE statement_line (                   -- what the journal moved on the merchant's account, each movement on one statement
    tenant_id    int NOT NULL,
    merchant     text NOT NULL,
    month        date NOT NULL,
    line_no      int NOT NULL CHECK (line_no > 0),
    entry_id     text NOT NULL,
    amount_minor bigint NOT NULL CHECK (amount_minor <> 0), -- below zero: in the merchant's favour
    currency     char(3) NOT NULL,
    PRIMARY KEY (tenant_id, merchant, month, line_no),
    UNIQUE (tenant_id, entry_id, currency),
    FOREIGN KEY (tenant_id, merchant, month) REFERENCES monthly_statement,
    FOREIGN KEY (tenant_id, entry_id) REFERENCES journal_entry
);
CALL protect_append_only('statement_line');

-- All lines come in one statement of SQL, as many as were signed off, with the amounts of the journal; a later one is refused.
CREATE FUNCTION statement_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    crooked text;
BEGIN
    SELECT s.number INTO crooked FROM monthly_statement s
    WHERE (s.tenant_id, s.merchant, s.month) IN (SELECT f.tenant_id, f.merchant, f.month FROM fresh f)
      AND s.lines <> (SELECT count(*) FROM statement_line l WHERE l.tenant_id = s.tenant_id AND l.merchant = s.merchant AND l.month = s.month)
    LIMIT 1;
    IF crooked IS NOT NULL THEN
        RAISE EXCEPTION 'statement % is signed off and takes no other line', crooked USING ERRCODE = 'check_violation';
    END IF;
    SELECT f.entry_id INTO crooked FROM fresh f
    WHERE f.amount_minor IS DISTINCT FROM (
        SELECT sum(j.debit - j.credit) FROM journal_line j JOIN account a ON a.tenant_id = j.tenant_id AND a.code = j.account
        WHERE j.tenant_id = f.tenant_id AND j.entry_id = f.entry_id AND j.unit = 'money:' || f.currency AND a.merchant = f.merchant)
    LIMIT 1;
    IF crooked IS NOT NULL THEN
        RAISE EXCEPTION 'entry % moved another amount', crooked USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER statement_is_whole AFTER INSERT ON statement_line
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION statement_is_whole();

CREATE TABLE statement_answer (                 -- what the merchant says of it; the last word counts, and a yes is the last word
    tenant_id int NOT NULL,
    merchant  text NOT NULL,
    month     date NOT NULL,
    turn      int NOT NULL CHECK (turn > 0),
    accepted  boolean NOT NULL,
    words     text NOT NULL CHECK (accepted OR words <> ''),
    actor     text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, merchant, month, turn),
    FOREIGN KEY (tenant_id, merchant, month) REFERENCES monthly_statement
);
CALL protect_append_only('statement_answer');
CREATE FUNCTION yes_is_the_last_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM statement_answer a WHERE a.tenant_id = NEW.tenant_id AND a.merchant = NEW.merchant AND a.month = NEW.month AND a.accepted) THEN
        RAISE EXCEPTION 'the statement of % for % is accepted', NEW.month, NEW.merchant USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER yes_is_the_last_word BEFORE INSERT ON statement_answer FOR EACH ROW EXECUTE FUNCTION yes_is_the_last_word();

CALL restrict_to_merchant();
