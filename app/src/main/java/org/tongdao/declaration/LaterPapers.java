package org.tongdao.declaration;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.ChinaTime;
import org.tongdao.customs.ListPapers;
import org.tongdao.customs.ListReference;
import org.tongdao.customs.ReceiptKey;
import org.tongdao.customs.ReturnRules;
import org.tongdao.customs.Strictness;
import org.tongdao.customs.TradeWay;
import org.tongdao.terms.CustomsRegime;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Papers that follow a declared list, as the desk asks for them: cancellation (605, 623) and return of goods (213 with tally 215, 625). What stands
 * against one is told as findings and nothing is sent.
 */
@Component
public class LaterPapers {

    private final PaperStore papers;
    private final Desk desk;
    private final Post post;
    private final Settling settling;
    private final JdbcClient jdbc;
    private final Clock clock;

    LaterPapers(PaperStore papers, Desk desk, Post post, Settling settling, JdbcClient jdbc, Clock clock) {
        this.papers = papers;
        this.desk = desk;
        this.post = post;
        this.settling = settling;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Asks customs to cancel a list; when customs accepts, the list does not count any more and the parcel may be declared anew.
     *
     * @param copNo our number of the list
     * @return what stands against it; empty when it was sent
     */
    @Transactional
    public List<Finding> cancel(String copNo, String reason, String who) {
        lock();
        var list = papers.find(copNo);
        if (list.isEmpty()) {
            return unknown(copNo);
        }
        var against = cancellable(copNo, list.get(), reason);
        if (!against.isEmpty()) {
            return against;
        }
        var number = "C" + copNo.substring(1) + "-" + (papers.count(list.get(), "CANCEL") + 1);
        var reference = new ListReference(number, list.get().invtNo(), reason.strip(), clock.instant());
        return send(
                "CANCEL", list.get(), reference, ListPapers.cancel(list.get().document(copNo), reference), who);
    }

    private List<Finding> cancellable(String copNo, PaperStore.Sent list, String reason) {
        var against = new ArrayList<>(reason(copNo, reason));
        if (list.invtNo().isEmpty()) {
            against.add(error(
                    copNo,
                    "PAPER-NO-NUMBER",
                    "invtNo",
                    "",
                    "Customs gave the list no number yet; wait for its first answer."));
        }
        if (list.outcome().equals("REFUSED")) {
            against.add(error(
                    copNo,
                    "CANCEL-REFUSED",
                    "copNo",
                    copNo,
                    "Customs refused this list: nothing is left to cancel. Declare it again."));
        }
        if (list.bagged()) {
            against.add(error(
                    copNo,
                    "CANCEL-LOADED",
                    "copNo",
                    copNo,
                    "The parcel is in a bag. Take it out first, or have the goods returned after they left."));
        }
        if (papers.hasStanding(list, "CANCEL")) {
            against.add(error(
                    copNo,
                    "CANCEL-ASKED",
                    "copNo",
                    copNo,
                    "Cancellation was asked for already; customs has not refused it."));
        }
        return against;
    }

    /** Declares that goods of a released list come back, never more than were declared; exports from abroad, imports within the window. */
    @Transactional
    public List<Finding> giveBack(ReturnAsk ask, String who) {
        lock();
        var found = papers.find(ask.copNo());
        if (found.isEmpty()) {
            return unknown(ask.copNo());
        }
        var list = found.get();
        var document = list.document(ask.copNo());
        var against = new ArrayList<>(reason(ask.copNo(), ask.reason()));
        against.addAll(ReturnRules.check(document, ask.quantities(), papers.returned(ask.copNo())));
        var released = list.releasedAt();
        if (released == null) {
            against.add(error(
                    ask.copNo(),
                    "RETURN-NOT-RELEASED",
                    "copNo",
                    ask.copNo(),
                    "Only goods that customs released come back; cancel the list instead."));
            return against;
        }
        var way = list.isExport() ? TradeWay.EXPORT : TradeWay.IMPORT;
        var rules = desk.tools()
                .regime(
                        CustomsRegime.ofCode(list.regime()),
                        way,
                        list.isExport() ? clock.instant() : released.toInstant());
        if (list.isExport()) {
            against.addAll(ReturnRules.origin(ask.transport()));
            if (rules.returnTradeMode().isEmpty()) {
                against.add(error(
                        ask.copNo(),
                        "RETURN-REGIME",
                        "tradeMode",
                        list.regime(),
                        "This regime knows no return by list; declare the goods as returned trade."));
            }
        } else {
            against.addAll(ReturnRules.inTime(
                    document, rules, clock.instant().atZone(ChinaTime.ZONE).toLocalDate()));
        }
        if (!against.isEmpty()) {
            return against;
        }
        var number = "R" + ask.copNo().substring(1) + "-" + (papers.count(list, "RETURN") + 1);
        var reference = new ListReference(number, list.invtNo(), ask.reason().strip(), clock.instant());
        var paper = list.isExport()
                ? ListPapers.exportReturn(document, reference, ask.transport(), ask.quantities(), rules)
                : ListPapers.importReturn(document, reference, ask.quantities());
        var wrong = send("RETURN", list, reference, paper, who);
        return wrong.isEmpty() ? take(ask, number, document) : wrong;
    }

    private List<Finding> take(ReturnAsk ask, String number, CebDocument document) {
        long paper = jdbc.sql("SELECT id FROM customs_paper WHERE tenant_id = current_tenant() AND number = ?")
                .param(number)
                .query(Long.class)
                .single();
        for (var row : new TreeMap<>(ask.quantities()).entrySet()) {
            var declared = new BigDecimal(document.get(row.getKey() - 1, "qty"));
            if (row.getValue().signum() > 0
                    && !papers.take(paper, ask.copNo(), row.getKey(), declared, row.getValue())) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return List.of(Finding.error(
                        "RETURN-QUANTITY",
                        Place.cell(ask.copNo(), row.getKey(), "qty"),
                        row.getValue().toPlainString(),
                        "数量: more than is left of the list."));
            }
        }
        return List.of();
    }

    /** Reports that goods of a return (213) were counted on arrival (215). */
    @Transactional
    public List<Finding> tally(String returnNo, String note, String who) {
        lock();
        var of = papers.returnOf(returnNo);
        if (of.isEmpty()) {
            return List.of(error(
                    returnNo,
                    "TALLY-NO-RETURN",
                    "coElNo",
                    returnNo,
                    "No return of exports with this number was accepted by customs."));
        }
        var list = papers.find(of.get().copNo()).orElseThrow();
        if (papers.hasNumber("T-" + returnNo)) {
            return List.of(error(returnNo, "TALLY-ASKED", "coElNo", returnNo, "This return was counted already."));
        }
        var reference = new ListReference(
                returnNo, list.invtNo(), note.strip().isEmpty() ? "理货正常" : note.strip(), clock.instant());
        var tally = ListPapers.tally(
                of.get().document(returnNo),
                desk.tools().parties().carrierCode(),
                desk.tools().parties().carrierName(),
                reference);
        return send(
                "TALLY",
                list,
                new ListReference("T-" + returnNo, list.invtNo(), reference.reason(), reference.at()),
                tally,
                who);
    }

    private List<Finding> send(
            String kind, PaperStore.Sent list, ListReference reference, CebDocument document, String who) {
        var against = CebCheck.check(document, Strictness.OUTBOUND).stream()
                .filter(Finding::stops)
                .toList();
        if (!against.isEmpty()) {
            return against;
        }
        long paper = papers.add(kind, reference.number(), list, reference.reason(), who);
        post.send(List.of(Paper.later(document, paper)));
        settling.settle(List.of(ReceiptKey.of(document)));
        return List.of();
    }

    private void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(22, current_tenant())").query().listOfRows();
    }

    private static List<Finding> reason(String copNo, String reason) {
        return reason.isBlank() || reason.length() > 500
                ? List.of(error(copNo, "PAPER-REASON", "reason", reason, "原因: say why, in 1 to 500 characters."))
                : List.of();
    }

    private static List<Finding> unknown(String copNo) {
        return List.of(error(copNo, "PAPER-NO-LIST", "copNo", copNo, "No list with this number was sent from here."));
    }

    private static Finding error(String source, String rule, String field, String value, String maybe) {
        return Finding.error(rule, Place.cell(source, 0, field), value, maybe);
    }
}
