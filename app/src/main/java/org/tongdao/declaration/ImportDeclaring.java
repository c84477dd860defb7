package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.ImportLimits;
import org.tongdao.customs.ImportParcel;
import org.tongdao.customs.ImportRules;
import org.tongdao.customs.ReceiptKey;
import org.tongdao.customs.Strictness;
import org.tongdao.customs.TradeWay;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Declares import orders chunk by chunk; each chunk is one transaction: quota of the buyers, lists, messages, outbox, findings. */
@Component
class ImportDeclaring {

    private static final int CHUNK = 500;
    private static final String DECLARE = """
            INSERT INTO import_list (tenant_id, import_id, cop_no, attempt, created_at, rules)
            SELECT current_tenant(), n.import_id, n.cop_no, n.attempt, ?, n.rules
            FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS n (import_id, cop_no, attempt, rules, at) ORDER BY n.at
            """;

    private final ImportStore orders;
    private final ImportQuota quota;
    private final Desk desk;
    private final Post post;
    private final Settling settling;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportDeclaring(
            ImportStore orders,
            ImportQuota quota,
            Desk desk,
            Post post,
            Settling settling,
            JdbcClient jdbc,
            Clock clock) {
        this.orders = orders;
        this.quota = quota;
        this.desk = desk;
        this.post = post;
        this.settling = settling;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Declares the next orders of all files; nothing is left when the report counts no parcels. */
    @Transactional
    public DeclarationReport next() {
        lock();
        return declare(orders.first(CHUNK));
    }

    @Transactional
    public DeclarationReport again(List<String> orderNos) {
        lock();
        return declare(orders.again(orderNos));
    }

    /** One desk per tenant at a time, as in {@link Declaring}. */
    private void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(21, current_tenant())").query().listOfRows();
    }

    private DeclarationReport declare(List<ImportStore.Due> dues) {
        if (dues.isEmpty()) {
            return DeclarationReport.NOTHING;
        }
        var tools = desk.tools();
        var good = new ArrayList<Good>();
        var notes = new ArrayList<ImportStore.Note>();
        var papers =
                List.of(new ArrayList<Paper>(), new ArrayList<Paper>(), new ArrayList<Paper>(), new ArrayList<Paper>());
        for (var due : dues) {
            var rules = tools.regime(
                    due.as().regime(), TradeWay.IMPORT, due.parcel().at());
            var version = tools.version(rules);
            var one = new ImportCase(due.as(), rules, due.parcel());
            var against = new ArrayList<>(one.against(tools.importRules()));
            var documents =
                    against.stream().anyMatch(Finding::stops) ? List.<CebDocument>of() : one.papers(tools.imports());
            documents.forEach(d -> against.addAll(CebCheck.check(d, Strictness.OUTBOUND)));
            if (against.stream().noneMatch(Finding::stops) && !holds(due.parcel(), tools.limits(), version)) {
                against.add(beyond(due.parcel()));
            }
            against.forEach(f -> notes.add(new ImportStore.Note(due.batchId(), due.id(), f)));
            if (against.stream().anyMatch(Finding::stops)) {
                continue;
            }
            good.add(new Good(due, version));
            for (int i = due.papers() ? 0 : 3; i < 4; i++) {
                papers.get(i).add(Paper.of(documents.get(i), due.parcel().copNo()));
            }
        }
        orders.replace(dues, notes);
        insert(good);
        int messages = papers.stream().mapToInt(post::send).sum();
        settling.settle(papers.stream()
                .flatMap(List::stream)
                .map(p -> ReceiptKey.of(p.document()))
                .toList());
        return new DeclarationReport(good.size(), dues.size() - good.size(), messages);
    }

    /** An order that nothing stands against. */
    private record Good(ImportStore.Due due, String rules) {}

    /** Whether the buyer's year holds this purchase; a purchase that is declared again holds what it took before. */
    private boolean holds(ImportParcel parcel, ImportLimits limits, String rules) {
        return quota.take(
                parcel.orderNo(),
                parcel.buyer().idNumber(),
                ImportRules.purchase(parcel).valueFen(),
                limits.at(parcel.at()),
                rules);
    }

    private static Finding beyond(ImportParcel parcel) {
        return Finding.error(
                "IMPORT-QUOTA",
                Place.cell(parcel.copNo(), 0, "goodsValue"),
                parcel.goodsValue().toPlainString(),
                "年度额度: the buyer's year does not hold this purchase, or its quota was given back. Declare it as general trade or cancel it.");
    }

    private void insert(List<Good> good) {
        jdbc.sql(DECLARE)
                .params(
                        Timestamp.from(clock.instant()),
                        good.stream().map(g -> g.due().id()).toArray(Long[]::new),
                        texts(good, g -> g.due().parcel().copNo()),
                        good.stream().map(g -> g.due().attempt()).toArray(Integer[]::new),
                        texts(good, Good::rules))
                .update();
    }

    private static String[] texts(List<Good> good, Function<Good, String> part) {
        return good.stream().map(part).toArray(String[]::new);
    }
}
