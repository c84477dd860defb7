-- What stands in no statement yet, summed by merchant, month and currency as it moves: the list of open months does not read the journal's history.

CREATE TABLE open_month (
    tenant_id    int NOT NULL REFERENCES tenant,
    merchant     text NOT NULL,
    month        date NOT NULL CHECK (extract(day FROM month) = 1),
    currency     char(3) NOT NULL,
    lines        int NOT NULL CHECK (lines >= 0),
    amount_minor bigint NOT NULL,
    PRIMARY KEY (tenant_id, merchant, month, currency)
);
CALL protect('open_month');
CREATE INDEX open_month_list ON open_month (tenant_id, month, merchant);
CREATE INDEX monthly_statement_list ON monthly_statement (tenant_id, month DESC, merchant);

ALTER TABLE account NO FORCE ROW LEVEL SECURITY; -- the owner fills the new table for every tenant
ALTER TABLE journal_line NO FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_entry NO FORCE ROW LEVEL SECURITY;
ALTER TABLE statement_line NO FORCE ROW LEVEL SECURITY;
ALTER TABLE open_month NO FORCE ROW LEVEL SECURITY;
INSERT INTO open_month (tenant_id, merchant, month, currency, lines, amount_minor)
SELECT m.tenant_id, m.merchant, date_trunc('month', e.effective_at AT TIME ZONE 'Asia/Shanghai')::date, m.currency, count(*), sum(m.amount)
FROM (SELECT j.tenant_id, a.merchant, j.entry_id, substr(j.unit, 7) AS currency, sum(j.debit - j.credit) AS amount
      FROM journal_line j JOIN account a ON a.tenant_id = j.tenant_id AND a.code = j.account
      WHERE a.merchant IS NOT NULL AND j.unit LIKE 'money:%'
        AND NOT EXISTS (SELECT FROM statement_line l WHERE l.tenant_id = j.tenant_id AND l.entry_id = j.entry_id AND l.currency = substr(j.unit, 7))
      GROUP BY 1, 2, 3, 4 HAVING sum(j.debit - j.credit) <> 0) m
JOIN journal_entry e ON e.tenant_id = m.tenant_id AND e.entry_id = m.entry_id
GROUP BY 1, 2, 3, 4;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_line FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE statement_line FORCE ROW LEVEL SECURITY;
ALTER TABLE open_month FORCE ROW LEVEL SECURITY;

-- Rows are taken in the order of their key, so that two that post at once wait and do not lock each other out.
CREATE FUNCTION month_opens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO open_month AS o (tenant_id, merchant, month, currency, lines, amount_minor)
    SELECT m.tenant_id, m.merchant, date_trunc('month', e.effective_at AT TIME ZONE 'Asia/Shanghai')::date, m.currency, count(*), sum(m.amount)
    FROM (SELECT f.tenant_id, a.merchant, f.entry_id, substr(f.unit, 7) AS currency, sum(f.debit - f.credit) AS amount
          FROM fresh f JOIN account a ON a.tenant_id = f.tenant_id AND a.code = f.account
          WHERE a.merchant IS NOT NULL AND f.unit LIKE 'money:%' GROUP BY 1, 2, 3, 4 HAVING sum(f.debit - f.credit) <> 0) m
    JOIN journal_entry e ON e.tenant_id = m.tenant_id AND e.entry_id = m.entry_id
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (tenant_id, merchant, month, currency)
        DO UPDATE SET lines = o.lines + excluded.lines, amount_minor = o.amount_minor + excluded.amount_minor;
    RETURN NULL;
END $$;
CREATE TRIGGER month_opens AFTER INSERT ON journal_line
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION month_opens();

-- A statement holds what was left of earlier months too: each movement leaves its own month.
CREATE FUNCTION month_closes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE open_month o SET lines = o.lines - m.lines, amount_minor = o.amount_minor - m.amount
    FROM (SELECT f.tenant_id, f.merchant, date_trunc('month', e.effective_at AT TIME ZONE 'Asia/Shanghai')::date AS month, f.currency,
                 count(*) AS lines, sum(f.amount_minor) AS amount
          FROM fresh f JOIN journal_entry e ON e.tenant_id = f.tenant_id AND e.entry_id = f.entry_id GROUP BY 1, 2, 3, 4) m
    WHERE o.tenant_id = m.tenant_id AND o.merchant = m.merchant AND o.month = m.month AND o.currency = m.currency;
    DELETE FROM open_month o USING fresh f
    WHERE o.tenant_id = f.tenant_id AND o.merchant = f.merchant AND o.lines = 0;
    RETURN NULL;
END $$;
CREATE TRIGGER month_closes AFTER INSERT ON statement_line
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION month_closes();

CALL restrict_to_merchant();
