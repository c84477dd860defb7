package org.tongdao.emulator.customs;

import java.time.Instant;
import java.util.Optional;

/** Checks on import papers: the three documents behind a list, the fields of its trade mode, the limits of its buyer. */
final class ImportChecks {

    private static final double CENT = 0.0101;

    private final Registry registry;
    private final Conduct.Limits limits;

    ImportChecks(Registry registry, Conduct.Limits limits) {
        this.registry = registry;
        this.limits = limits;
    }

    /** Goods + freight + tax − discount is what was paid. */
    Optional<Fault> order(Paper order) {
        double paid = order.amount("goodsValue")
                + order.amount("freight")
                + order.amount("taxTotal")
                - order.amount("discount");
        return Math.abs(paid - order.amount("acturalPaid")) > CENT
                ? Optional.of(Fault.orderParameters("acturalPaid=" + order.head("acturalPaid") + " 不等于 " + paid))
                : Optional.empty();
    }

    Optional<Fault> payment(Paper payment) {
        return payment.amount("amountPaid") <= 0
                ? Optional.of(Fault.of("-401009", "参数校验不通过，[amountPaid]"))
                : Optional.empty();
    }

    Optional<Fault> signed(Paper status) {
        if (!status.head("logisticsStatus").equals("S")) {
            return Optional.of(Fault.of("-505011", "参数校验不通过"));
        }
        return registry.hasWaybill(status.key())
                ? Optional.empty()
                : Optional.of(Fault.of("-505014", "物流运单状态报文处理失败，未找到对应操作"));
    }

    Optional<Fault> list(Paper list, Instant at) {
        return fields(list).or(() -> threeDocuments(list)).or(() -> limits(list, at));
    }

    /** 9610 crosses the border with its vehicle named; 1210 leaves an account book in a zone. */
    private static Optional<Fault> fields(Paper list) {
        var missing = switch (list.head("tradeMode")) {
            case "1210" -> missing(list, "emsNo", "areaCode", "areaName");
            case "9610" -> missing(list, "trafNo", "voyageNo", "billNo");
            default -> "tradeMode";
        };
        if (!missing.isEmpty()) {
            return Optional.of(Fault.listInvalid(missing + " 不符合监管方式 " + list.head("tradeMode")));
        }
        return list.head("currency").equals("142") ? Optional.empty() : Optional.of(Fault.listInvalid("币制须为 142"));
    }

    private static String missing(Paper list, String... fields) {
        for (var field : fields) {
            if (list.head(field).isBlank()) {
                return field;
            }
        }
        return "";
    }

    private Optional<Fault> threeDocuments(Paper list) {
        var payment = registry.paymentOf(list);
        if (payment.isEmpty()) {
            return Optional.of(Fault.of("-401004", "[" + list.head("orderNo") + "]对应支付凭证查询不存在"));
        }
        double paid = payment.get().amount("amountPaid");
        double due = registry.orderOf(list).map(o -> o.amount("acturalPaid")).orElse(paid);
        return Math.abs(paid - due) > CENT
                ? Optional.of(Fault.listFailed("支付金额 " + paid + " 与订单 " + due + " 不符"))
                : Optional.empty();
    }

    /** One single thing may cost more than the limit per order, not more than the year allows. */
    private Optional<Fault> limits(Paper list, Instant at) {
        var purchase = Purchase.of(list, at);
        if (purchase.cny() > limits.orderCny() && list.rows().size() > 1) {
            return Optional.of(Fault.of("-621005", "清单[" + list.key() + "]的购买金额超过单笔限额[[" + limits.orderCny() + "]]"));
        }
        double before = registry.bought(purchase.buyerAndYear());
        return before + purchase.cny() > limits.yearCny()
                ? Optional.of(Fault.of(
                        "-621018",
                        "清单[" + list.key() + "]中购买人[" + list.head("buyerName") + "]已用购买额度为[" + before + "]，本次购买将超过年度限额["
                                + limits.yearCny() + "]"))
                : Optional.empty();
    }
}
