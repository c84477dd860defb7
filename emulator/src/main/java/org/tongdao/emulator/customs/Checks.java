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

    Checks(Registry registry) {
        this.registry = registry;
    }

    /** The first fault of a paper that was sent at {@code at}; empty when it is right. */
    Optional<Fault> of(Paper paper, Instant at) {
        return switch (paper.form()) {
            case ORDER -> order(paper);
            case WAYBILL -> waybill(paper);
            case LIST -> list(paper, at);
            case BINDING -> binding(paper, at);
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
        if (waybill.amount("grossWeight") <= 0) {
            return Optional.of(Fault.waybillParameters("grossWeight=" + waybill.head("grossWeight")));
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
                ? Optional.empty()
                : Optional.of(Fault.listInvalid("表体序号与订单不一致"));
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
