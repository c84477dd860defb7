package org.tongdao.emulator.customs;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checks that every paper must pass before anybody decides: complete, consistent, not there already, and in tune with its sisters. */
final class Checks {

    private static final double CENT = 0.0101;
    private static final String NEW = "1";

    private final Registry registry;
    private final Conduct.Limits limits;
    private final ImportChecks imports;
    private final LaterChecks later;

    Checks(Registry registry, Conduct.Limits limits) {
        this.limits = limits;
        this.registry = registry;
        this.imports = new ImportChecks(registry, limits);
        this.later = new LaterChecks(registry);
    }

    /** The first fault of a paper that was sent at {@code at}; empty when it is right. */
    Optional<Fault> of(Paper paper, Instant at) {
        return switch (paper.form()) {
            case ORDER -> order(paper);
            case WAYBILL -> waybill(paper);
            case LIST -> list(paper, at);
            case BINDING -> binding(paper, at);
            case MONEY -> again(paper, "-401007", "已存在相同编号的支付单");
            case ARRIVAL, DEPARTURE, INBOUND -> later.site(paper);
            case CANCEL, IMPORT_CANCEL -> later.cancel(paper, at);
            case SUMMARY -> later.summary(paper, at);
            case RETURN, IMPORT_RETURN ->
                later.goodsBack(paper, at).or(() -> again(paper, "-625022", "退货申请单[" + paper.key() + "]已经申报过，请勿重复申报"));
            case TALLY -> later.tally(paper);
            case IMPORT_ORDER -> imports.order(paper).or(() -> order(paper));
            case PAYMENT -> imports.payment(paper).or(() -> again(paper, "-401007", "已存在相同编号的支付单"));
            case IMPORT_WAYBILL -> waybill(paper);
            case SIGNED -> imports.signed(paper);
            case IMPORT_LIST -> list(paper, at).or(() -> imports.list(paper, at));
        };
    }

    private Optional<Fault> order(Paper order) {
        if (order.rows().isEmpty()) {
            return Optional.of(Fault.orderWithoutRows());
        }
        if (rowTwice(order.rows())) {
            return Optional.of(Fault.orderRowTwice());
        }
        double rows = order.rows().stream()
                .mapToDouble(r -> Paper.amount(r, "totalPrice"))
                .sum();
        double goods = order.amount("goodsValue");
        if (Math.abs(rows - goods) > CENT * order.rows().size()) {
            return Optional.of(Fault.orderParameters("goodsValue=" + goods + " 不等于表体合计 " + rows));
        }
        return isNewAgain(order) ? Optional.of(Fault.orderTwice()) : Optional.empty();
    }

    private Optional<Fault> waybill(Paper waybill) {
        var weight = waybill.form() == PaperForm.IMPORT_WAYBILL ? "weight" : "grossWeight";
        if (waybill.amount(weight) <= 0) {
            return Optional.of(Fault.waybillParameters(weight + "=" + waybill.head(weight)));
        }
        return isNewAgain(waybill) ? Optional.of(Fault.waybillTwice()) : Optional.empty();
    }

    private Optional<Fault> list(Paper list, Instant at) {
        if (rowTwice(list.rows())) {
            return Optional.of(Fault.listRowTwice());
        }
        if (list.amount("netWeight") > list.amount("grossWeight")) {
            return Optional.of(Fault.listInvalid("净重大于毛重"));
        }
        if (isNewAgain(list) || isDeclaredAlready(list, at)) {
            return Optional.of(Fault.listTwice(list.key()));
        }
        return againstOrderAndWaybill(list);
    }

    private Optional<Fault> againstOrderAndWaybill(Paper list) {
        var order = registry.orderOf(list);
        if (order.isEmpty()) {
            return Optional.of(Fault.orderUnknown(list.head("orderNo")));
        }
        if (registry.waybillOf(list).isEmpty()) {
            return Optional.of(Fault.listFailed("运单查询不存在：" + list.head("logisticsNo")));
        }
        return rowNumbers(list).equals(rowNumbers(order.get()))
                ? regime(list, order.get())
                : Optional.of(Fault.listInvalid("表体序号与订单不一致"));
    }

    /** The kind of the order belongs to the trade mode; lists of 9710 and 9810 are for low values; 1210 leaves an account book. */
    private Optional<Fault> regime(Paper list, Paper order) {
        if (list.form() != PaperForm.LIST) {
            return Optional.empty();
        }
        var mode = list.head("tradeMode");
        var kind = switch (mode) {
            case "9610", "1210" -> "E";
            case "9710" -> "B";
            case "9810" -> "W";
            default -> "";
        };
        if (!kind.equals(order.head("orderType"))) {
            return Optional.of(Fault.listFailed("订单类型 " + order.head("orderType") + " 不符合监管方式 " + mode));
        }
        if (mode.equals("1210") && list.head("emsNo").isBlank()) {
            return Optional.of(Fault.listInvalid("emsNo 不符合监管方式 1210"));
        }
        boolean low = !mode.matches("9710|9810") || Weighing.of(list).valueCny() <= limits.listCny();
        return low
                ? Optional.empty()
                : Optional.of(Fault.of("-621005", "清单[" + list.key() + "]的购买金额超过单笔限额[[" + limits.listCny() + "]]"));
    }

    private Optional<Fault> again(Paper paper, String code, String text) {
        return isNewAgain(paper) ? Optional.of(Fault.of(code, text)) : Optional.empty();
    }

    private Optional<Fault> binding(Paper binding, Instant at) {
        for (var row : binding.rows()) {
            var logisticsNo = row.getOrDefault("logisticsNo", "");
            var filed = registry.listOfWaybill(logisticsNo);
            if (filed.isEmpty()) {
                return Optional.of(Fault.listFailed("运单没有清单：" + logisticsNo));
            }
            if (!filed.get().hadEnded(Status.RELEASED, at)) {
                return Optional.of(
                        Fault.listFailed("清单未放行：" + filed.get().list().key()));
            }
        }
        return isNewAgain(binding) ? Optional.of(Fault.listTwice(binding.key())) : Optional.empty();
    }

    /** Another list for the same parcel stands in the way until it has been refused. */
    private boolean isDeclaredAlready(Paper list, Instant at) {
        return registry.listOfWaybill(list.head("logisticsNo"))
                .filter(other -> !other.list().guid().equals(list.guid()))
                .filter(other -> !other.hadEnded(Status.REFUSED, at))
                .isPresent();
    }

    private boolean isNewAgain(Paper paper) {
        return paper.head("appType").equals(NEW) && registry.other(paper).isPresent();
    }

    private static boolean rowTwice(List<Map<String, String>> rows) {
        var seen = new HashSet<String>();
        return !rows.stream().allMatch(row -> seen.add(row.getOrDefault("gnum", "")));
    }

    private static HashSet<String> rowNumbers(Paper paper) {
        var numbers = new HashSet<String>();
        paper.rows().forEach(row -> numbers.add(row.getOrDefault("gnum", "")));
        return numbers;
    }
}
