package org.tongdao.intake.rules;

import java.time.Instant;
import java.time.ZoneId;
import org.tongdao.intake.mapping.Mapping;
import org.tongdao.intake.mapping.RowCells;

/** All rules of a row. One instance checks the rows of one file, one after the other. */
public final class RowRules {

    private static final ZoneId CUSTOMS_DAY = ZoneId.of("Asia/Shanghai");

    private final IdentityRules identity;
    private final ConsigneeRules consignees;
    private final GoodsRules goods;

    /**
     * @param merchant whose rows these are
     * @param now decides which lists are in force
     */
    public RowRules(Knowledge knowledge, Mapping mapping, MerchantRule merchant, Instant now) {
        identity = new IdentityRules(new Times(mapping.style()), merchant, now);
        consignees = new ConsigneeRules(knowledge.countries());
        goods = new GoodsRules(knowledge, now.atZone(CUSTOMS_DAY).toLocalDate());
    }

    public CheckedRow check(RowCells row) {
        var findings = new RowFindings(row);
        CellRules.check(row, findings);
        var orderNo = identity.orderNo(row, findings);
        var platform = identity.platform(row);
        var merchant = identity.merchant(row, findings);
        if (findings.stop()
                && row.raw().cells().size() < row.layout().width()
                && !row.raw().ofSheet()) {
            return new CheckedRow.Faulty(row.line(), platform, merchant, orderNo, findings.list());
        }
        var head = head(row, new String[] {platform, merchant, orderNo}, findings);
        var line = line(row, head.consignee().country(), findings);
        if (findings.stop()) {
            return new CheckedRow.Faulty(row.line(), platform, merchant, orderNo, findings.list());
        }
        return new CheckedRow.Sound(
                row.line(), head, line, consignees.hub(head.consignee().country()), findings.list());
    }

    private OrderHead head(RowCells row, String[] key, RowFindings findings) {
        var consignee = consignees.check(row, findings);
        return new OrderHead(
                key[0],
                key[1],
                key[2],
                row.get(org.tongdao.intake.mapping.Column.PAYMENT_NO),
                identity.orderedAt(row, findings),
                AmountRules.currency(row, findings),
                consignee,
                identity.parcelNo(row, findings),
                identity.iossNo(row, findings));
    }

    private OrderLine line(RowCells row, String country, RowFindings findings) {
        var what = goods.check(row, country, findings);
        int quantity = AmountRules.quantity(row, findings);
        var price = AmountRules.price(row, findings);
        var measured = MeasureRules.check(row, Math.max(1, quantity), findings);
        return new OrderLine(
                what.sku(),
                what.nameZh(),
                what.nameEn(),
                what.hs(),
                quantity,
                what.unit(),
                price,
                measured.netG(),
                measured.grossG(),
                measured.size(),
                what.origin(),
                identity.productId(row, findings));
    }
}
