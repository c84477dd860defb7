package org.tongdao.intake.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongdao.intake.reading.RawRow;
import org.tongdao.intake.rules.CheckedRow;
import org.tongdao.platform.CopyRows;
import org.tongdao.terms.Finding;

/** Checked rows on their way into the temporary tables of one import. Two COPYs cannot run on one connection at once: findings wait in pages. */
public final class Staging {

    static final String ROWS = """
            CREATE TEMP TABLE staged (
                line bigint NOT NULL, faulty boolean NOT NULL, platform text NOT NULL, merchant text NOT NULL, order_no text NOT NULL,
                head uuid, hash uuid, payment_no text, ordered_at timestamptz, currency text, name text, phone text, address text,
                city text, postcode text, country text, given_no text, hub text, sku text, name_zh text, name_en text, hs text,
                quantity int, unit text, unit_price numeric, net_g bigint, gross_g bigint, length_mm int, width_mm int, height_mm int,
                origin text, ioss_no text, product_id text, raw text NOT NULL) ON COMMIT DROP""";
    static final String ROW_COLUMNS =
            "line, faulty, platform, merchant, order_no, head, hash, payment_no, ordered_at, currency, name, phone, address, city,"
                    + " postcode, country, given_no, hub, sku, name_zh, name_en, hs, quantity, unit, unit_price, net_g, gross_g,"
                    + " length_mm, width_mm, height_mm, origin, ioss_no, product_id, raw";
    static final String FOUND = """
            CREATE TEMP TABLE found (
                line bigint NOT NULL, seq int NOT NULL, rule text NOT NULL, severity text NOT NULL, column_name text NOT NULL,
                value text NOT NULL, maybe text NOT NULL) ON COMMIT DROP""";
    static final String FOUND_COLUMNS = "line, seq, rule, severity, column_name, value, maybe";

    /** Between the cells of a row that is kept as it came. */
    public static final String SEPARATOR = "\u001F";

    private static final int LONGEST_CELL = 4_000;
    private static final int COLUMNS = 34;

    private final CopyRows rows;
    private final FoundPages found;
    private final RowHash hashes = new RowHash();
    private int count;

    Staging(CopyRows rows, FoundPages found) {
        this.rows = rows;
        this.found = found;
    }

    public void add(CheckedRow row, RawRow raw) {
        count++;
        found.add(row.line(), row.findings());
        if (row instanceof CheckedRow.Sound sound) {
            add(sound, raw);
        } else if (row instanceof CheckedRow.Faulty f) {
            var cells = new @Nullable Object[COLUMNS];
            fill(cells, f.line(), true, visible(f.platform()), visible(f.merchant()), visible(f.orderNo()));
            cells[COLUMNS - 1] = joined(raw);
            rows.row(cells);
        }
    }

    /** Findings of the file as a whole. */
    public void note(List<Finding> findings) {
        found.add(0, findings);
    }

    public int count() {
        return count;
    }

    private void add(CheckedRow.Sound row, RawRow raw) {
        var h = row.head();
        var c = h.consignee();
        var l = row.orderLine();
        UUID head = hashes.head(h);
        UUID hash = hashes.row(head, l);
        rows.row(
                row.line(),
                false,
                h.platform(),
                h.merchant(),
                h.orderNo(),
                head,
                hash,
                h.paymentNo(),
                h.orderedAt(),
                h.currency(),
                c.name(),
                c.phone(),
                c.address(),
                c.city(),
                c.postcode(),
                c.country(),
                h.parcelNo(),
                row.hub(),
                l.sku(),
                l.nameZh(),
                l.nameEn(),
                l.hs(),
                l.quantity(),
                l.unit(),
                l.unitPrice().toPlainString(),
                l.netG(),
                l.grossG(),
                l.size().lengthMm(),
                l.size().widthMm(),
                l.size().heightMm(),
                l.origin(),
                h.iossNo(),
                l.productId(),
                joined(raw));
    }

    private static void fill(@Nullable Object[] cells, Object... first) {
        System.arraycopy(first, 0, cells, 0, first.length);
    }

    /** The cells as they were read, in one text; zero characters, which the database cannot hold, become visible. */
    private static String joined(RawRow raw) {
        var text = new StringBuilder(256);
        var cells = raw.cells();
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : SEPARATOR).append(shortened(cells.get(i)));
        }
        return visible(text.toString());
    }

    private static String shortened(String cell) {
        return cell.length() <= LONGEST_CELL ? cell : cell.substring(0, 100) + "… (" + cell.length() + " characters)";
    }

    static String visible(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "\\u0000");
    }
}
