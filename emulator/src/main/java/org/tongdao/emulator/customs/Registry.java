package org.tongdao.emulator.customs;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the office has on file, rebuilt from the sent documents after a restart. Keys are the business keys of the papers. */
final class Registry {

    private final Map<PaperForm, Map<String, Paper>> shelves = new EnumMap<>(PaperForm.class);
    private final Map<String, Filed> byWaybill = new HashMap<>();
    private final Map<String, Filed> byNumber = new HashMap<>();
    private final Map<String, Paper> paymentByOrder = new HashMap<>();
    private final Map<String, Double> boughtByBuyerAndYear = new HashMap<>();
    private final Set<String> cancelled = new HashSet<>();
    private final Set<String> bound = new HashSet<>();

    /** A list that was taken in, the number it got, when it was sent, and the end of its course: status 800 or 100 and when. */
    record Filed(Paper list, String invtNo, Instant sent, Step end) {

        boolean hadEnded(String status, Instant by) {
            return end.status().equals(status) && !end.at().isAfter(by);
        }
    }

    /** The paper on file under the same key that is not this one: a paper sent again with its guid is the same paper. */
    Optional<Paper> other(Paper paper) {
        return Optional.ofNullable(shelf(paper.form()).get(shelfKey(paper)))
                .filter(known -> !known.guid().equals(paper.guid()));
    }

    void file(Paper paper) {
        shelf(paper.form()).put(shelfKey(paper), paper);
        if (paper.form() == PaperForm.PAYMENT) {
            paymentByOrder.put(paper.head("orderNo"), paper);
        }
    }

    void fileDecision(Filed filed) {
        byWaybill.put(filed.list().head("logisticsNo"), filed);
        byNumber.put(filed.invtNo(), filed);
    }

    Optional<Paper> orderOf(Paper list) {
        var form = list.form() == PaperForm.IMPORT_LIST ? PaperForm.IMPORT_ORDER : PaperForm.ORDER;
        return Optional.ofNullable(shelf(form).get(list.head("ebpCode") + '|' + list.head("orderNo")));
    }

    Optional<Paper> waybillOf(Paper list) {
        var form = list.form() == PaperForm.IMPORT_LIST ? PaperForm.IMPORT_WAYBILL : PaperForm.WAYBILL;
        return Optional.ofNullable(shelf(form).get(list.head("logisticsCode") + '|' + list.head("logisticsNo")));
    }

    Optional<Paper> paymentOf(Paper list) {
        return Optional.ofNullable(paymentByOrder.get(list.head("orderNo")));
    }

    boolean hasWaybill(String logisticsNo) {
        return shelf(PaperForm.WAYBILL).keySet().stream().anyMatch(k -> k.endsWith('|' + logisticsNo))
                || shelf(PaperForm.IMPORT_WAYBILL).keySet().stream().anyMatch(k -> k.endsWith('|' + logisticsNo));
    }

    boolean hasReturn(String coElNo) {
        return shelf(PaperForm.RETURN).containsKey("RETURN|" + coElNo);
    }

    /** The list that declares the parcel now; a cancelled one does not. */
    Optional<Filed> listOfWaybill(String logisticsNo) {
        return Optional.ofNullable(byWaybill.get(logisticsNo)).filter(f -> !cancelled.contains(f.invtNo()));
    }

    Optional<Filed> listOfNumber(String invtNo) {
        return Optional.ofNullable(byNumber.get(invtNo));
    }

    boolean isCancelled(String invtNo) {
        return cancelled.contains(invtNo);
    }

    boolean isBound(String invtNo) {
        return bound.contains(invtNo);
    }

    void cancel(String invtNo) {
        cancelled.add(invtNo);
    }

    void bind(String invtNo) {
        bound.add(invtNo);
    }

    double bought(String buyerAndYear) {
        return boughtByBuyerAndYear.getOrDefault(buyerAndYear, 0.0);
    }

    /** Counts a purchase, or gives it back when it is negative. */
    void buy(String buyerAndYear, double cny) {
        boughtByBuyerAndYear.merge(buyerAndYear, cny, Double::sum);
    }

    private Map<String, Paper> shelf(PaperForm form) {
        return shelves.computeIfAbsent(form, f -> new HashMap<>());
    }

    private static String shelfKey(Paper paper) {
        return switch (paper.form()) {
            case ORDER, IMPORT_ORDER -> paper.head("ebpCode") + '|' + paper.key();
            case WAYBILL, IMPORT_WAYBILL -> paper.head("logisticsCode") + '|' + paper.key();
            case BINDING, ARRIVAL, DEPARTURE, SUMMARY ->
                paper.form() + "|" + paper.key() + '|' + paper.head("msgSeqNo");
            default -> paper.form() + "|" + paper.key();
        };
    }
}
