package org.tongdao.emulator.customs;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the office has on file, rebuilt from the sent documents after a restart. Keys are the business keys of the papers. */
final class Registry {

    private final Map<String, Paper> orders = new HashMap<>();
    private final Map<String, Paper> waybills = new HashMap<>();
    private final Map<String, Paper> lists = new HashMap<>();
    private final Map<String, Filed> byWaybill = new HashMap<>();

    /** A list that was taken in, when it was sent, and the end of its course: status 800 or 100 and when. */
    record Filed(Paper list, Instant sent, Step end) {

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
    }

    void fileDecision(Paper list, Instant sent, Step end) {
        byWaybill.put(list.head("logisticsNo"), new Filed(list, sent, end));
    }

    Optional<Paper> orderOf(Paper list) {
        return Optional.ofNullable(orders.get(list.head("ebpCode") + '|' + list.head("orderNo")));
    }

    Optional<Paper> waybillOf(Paper list) {
        return Optional.ofNullable(waybills.get(list.head("logisticsCode") + '|' + list.head("logisticsNo")));
    }

    Optional<Filed> listOfWaybill(String logisticsNo) {
        return Optional.ofNullable(byWaybill.get(logisticsNo));
    }

    private Map<String, Paper> shelf(PaperForm form) {
        return switch (form) {
            case ORDER -> orders;
            case WAYBILL -> waybills;
            case LIST, BINDING -> lists;
        };
    }

    private static String shelfKey(Paper paper) {
        return switch (paper.form()) {
            case ORDER -> paper.head("ebpCode") + '|' + paper.key();
            case WAYBILL -> paper.head("logisticsCode") + '|' + paper.key();
            case LIST -> "list|" + paper.key();
            case BINDING -> "binding|" + paper.key() + '|' + paper.head("msgSeqNo");
        };
    }
}
