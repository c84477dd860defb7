package org.tongdao.emulator.customs;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checks on what comes after a list: site reports, cancels, returns, summaries. The published codes of the import family stand in where export has none. */
final class LaterChecks {

    private final Registry registry;

    LaterChecks(Registry registry) {
        this.registry = registry;
    }

    Optional<Fault> site(Paper report) {
        for (var row : report.rows()) {
            if (!registry.hasWaybill(row.getOrDefault("logisticsNo", ""))) {
                var what = "运单查询不存在：" + row.getOrDefault("logisticsNo", "");
                return Optional.of(
                        report.form() == PaperForm.INBOUND
                                ? Fault.of("-800001", "校验不通过，[" + what + "]")
                                : Fault.waybillParameters(what));
            }
        }
        return Optional.empty();
    }

    Optional<Fault> cancel(Paper cancel, Instant at) {
        var invtNo = cancel.head("invtNo");
        var list = registry.listOfNumber(invtNo);
        if (list.isEmpty()) {
            return Optional.of(Fault.of("-623003", "系统中不存在清单编号为[" + invtNo + "]的清单！"));
        }
        if (registry.isCancelled(invtNo)) {
            return Optional.of(Fault.of("-623009", "撤单清单[" + invtNo + "]已经申报过"));
        }
        boolean gone = registry.isBound(invtNo) || list.get().hadEnded(Status.REFUSED, at);
        return gone ? Optional.of(Fault.of("-623005", "清单的状态不符合撤单申报要求(清单编号[" + invtNo + "])！")) : Optional.empty();
    }

    /** A released list, the same goods, no more of them than went. */
    Optional<Fault> goodsBack(Paper back, Instant at) {
        var list = registry.listOfNumber(back.head("invtNo"));
        if (list.isEmpty() || !list.get().hadEnded(Status.RELEASED, at) || registry.isCancelled(back.head("invtNo"))) {
            return invalid("清单不存在或未放行：" + back.head("invtNo"));
        }
        if (back.form() == PaperForm.RETURN && !back.head("tradeMode").matches("9661|1261")) {
            return invalid("tradeMode=" + back.head("tradeMode"));
        }
        if (back.rows().isEmpty()) {
            return Optional.of(Fault.of("-625006", "退货申请单[" + back.key() + "]表体无数据，不允许申报！"));
        }
        var went = rows(list.get().list());
        for (var row : back.rows()) {
            var original = went.getOrDefault(row.getOrDefault("gnum", ""), Map.of());
            boolean same = original.getOrDefault("gcode", "?").equals(row.getOrDefault("gcode", ""));
            if (!same || Paper.amount(row, "qty") > Paper.amount(original, "qty")) {
                return invalid("表体第[" + row.getOrDefault("gnum", "") + "]项与原清单不符或数量超出");
            }
        }
        return Optional.empty();
    }

    Optional<Fault> tally(Paper tally) {
        return registry.hasReturn(tally.key()) ? Optional.empty() : invalid("退货单不存在：" + tally.key());
    }

    Optional<Fault> summary(Paper summary, Instant at) {
        for (var row : summary.rows()) {
            var invtNo = row.getOrDefault("invtNo", "");
            var list = registry.listOfNumber(invtNo).filter(l -> l.hadEnded(Status.RELEASED, at));
            if (list.isEmpty() || registry.isCancelled(invtNo)) {
                return Optional.of(Fault.listFailed("清单未放行：" + invtNo));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> invalid(String what) {
        return Optional.of(Fault.of("-625001", "退货申请单报文校验失败，[" + what + "]"));
    }

    private static Map<String, Map<String, String>> rows(Paper list) {
        var rows = new HashMap<String, Map<String, String>>();
        list.rows().forEach(row -> rows.put(row.getOrDefault("gnum", ""), row));
        return rows;
    }
}
