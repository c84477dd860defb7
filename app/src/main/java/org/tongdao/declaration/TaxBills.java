package org.tongdao.declaration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.TaxBill;

/** Electronic tax bills (816) and their states (818): all kept, and what they come to whatever the order of arrival. */
@Component
public class TaxBills {

    private static final String STORE = """
            INSERT INTO customs_tax_bill (tenant_id, file, position, invt_no, tax_no, state, return_time, whole, duty_fen, vat_fen, consumption_fen)
            SELECT current_tenant(), ?, n.at, n.invt_no, n.tax_no, n.state, n.return_time, n.whole, n.duty, n.vat, n.consumption
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY AS n (invt_no, tax_no, state, return_time, whole, duty, vat, consumption, at)
            """;
    private static final String FIND = """
            SELECT tax_no, invt_no, state, duty_fen, vat_fen, consumption_fen, whole FROM tax_bill WHERE tenant_id = current_tenant() AND tax_no = ?
            """;

    private final JdbcClient jdbc;

    TaxBills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A bill as it stands.
     *
     * @param state 1 made, 2 summarised, 3 void
     * @param whole false while only its state has come (818 before 816)
     */
    public record Bill(
            String taxNo, String invtNo, String state, long dutyFen, long vatFen, long consumptionFen, boolean whole) {}

    @Transactional(readOnly = true)
    public Optional<Bill> find(String taxNo) {
        return jdbc.sql(FIND).param(taxNo).query(Bill.class).optional();
    }

    /** Stores what a message holds of bills; false when it is of another kind. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(String file, CebMessage message) {
        var code = message.type().code();
        if (!code.equals("CEB816") && !code.equals("CEB818")) {
            return false;
        }
        var bills = message.documents().stream().map(TaxBill::of).toList();
        jdbc.sql(STORE)
                .params(
                        file,
                        texts(bills, TaxBill::invtNo),
                        texts(bills, TaxBill::taxNo),
                        texts(bills, TaxBill::state),
                        texts(bills, TaxBill::time),
                        bills.stream().map(TaxBill::whole).toArray(Boolean[]::new),
                        bills.stream().map(TaxBill::dutyFen).toArray(Long[]::new),
                        bills.stream().map(TaxBill::vatFen).toArray(Long[]::new),
                        bills.stream().map(TaxBill::consumptionFen).toArray(Long[]::new))
                .update();
        return true;
    }

    private static String[] texts(List<TaxBill> bills, Function<TaxBill, String> part) {
        return bills.stream().map(part).toArray(String[]::new);
    }
}
