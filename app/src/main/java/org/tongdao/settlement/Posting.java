package org.tongdao.settlement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Turns staged charges into journal entries of two lines each, and empties the stage. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Posting {

    static final String STAGE = "charge_stage";
    static final String COLUMNS =
            "parcel_id, cause, entry_id, turn, merchant, receivable, income, departed_at, lane, tariff_version,"
                    + " actual_g, volumetric_g, chargeable_g, amount_minor, currency";

    private static final String ACCOUNTS = """
            INSERT INTO account (tenant_id, code, kind, may_be_negative, merchant)
            SELECT current_tenant(), code, kind, true, merchant
            FROM (SELECT receivable AS code, 'ASSET' AS kind, merchant FROM charge_stage UNION SELECT income, 'INCOME', NULL FROM charge_stage) a
            ON CONFLICT DO NOTHING
            """;
    private static final String ENTRIES = """
            INSERT INTO journal_entry (tenant_id, entry_id, effective_at, cause, turn, note)
            SELECT current_tenant(), entry_id, departed_at, cause, turn, 'freight ' || lane || ' ' || tariff_version FROM charge_stage
            """;
    private static final String LINES = """
            INSERT INTO journal_line (tenant_id, entry_id, line_no, account, debit, credit, unit)
            SELECT current_tenant(), entry_id, 1, receivable, amount_minor, 0, 'money:' || currency FROM charge_stage
            UNION ALL
            SELECT current_tenant(), entry_id, 2, income, 0, amount_minor, 'money:' || currency FROM charge_stage
            """;
    private static final String CHARGES = """
            INSERT INTO freight_charge (tenant_id, parcel_id, turn, entry_id, departed_at, lane, tariff_version,
                                        actual_g, volumetric_g, chargeable_g, amount_minor, currency)
            SELECT current_tenant(), parcel_id, turn, entry_id, departed_at, lane, tariff_version,
                   actual_g, volumetric_g, chargeable_g, amount_minor, currency FROM charge_stage
            """;

    private final JdbcClient jdbc;

    Posting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An empty stage for this transaction. */
    public void open() {
        jdbc.sql("""
                CREATE TEMP TABLE IF NOT EXISTS charge_stage (
                    parcel_id bigint, cause text, entry_id text, turn int, merchant text, receivable text, income text, departed_at timestamptz,
                    lane text, tariff_version text, actual_g bigint, volumetric_g bigint, chargeable_g bigint, amount_minor bigint,
                    currency char(3)) ON COMMIT DROP
                """).update();
        jdbc.sql("TRUNCATE charge_stage").update();
    }

    public void post() {
        jdbc.sql(ACCOUNTS).update();
        jdbc.sql(ENTRIES).update();
        jdbc.sql(LINES).update();
        jdbc.sql(CHARGES).update();
        jdbc.sql("TRUNCATE charge_stage").update();
    }
}
