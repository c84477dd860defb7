package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.ReceiptKey;
import org.tongdao.customs.Strictness;
import org.tongdao.customs.TradeWay;
import org.tongdao.terms.Finding;

/** Declares parcels chunk by chunk; each chunk is one transaction: declarations, messages, outbox, findings. */
@Component
class Declaring {

    /** Ten messages of each type. */
    private static final int CHUNK = 1_000;

    private static final String DECLARE = """
            INSERT INTO declaration (tenant_id, parcel_id, regime, statistics_flag, cop_no, attempt, supersedes, created_at, rules)
            SELECT current_tenant(), n.parcel_id, n.regime, n.statistics_flag, n.cop_no, n.attempt, nullif(n.supersedes, 0), ?, n.rules
            FROM unnest(?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY AS n (parcel_id, regime, statistics_flag, cop_no, attempt, supersedes, rules, at)
            ORDER BY n.at
            """;

    private final DueParcels due;
    private final Desk desk;
    private final Post post;
    private final FindingStore findings;
    private final Settling settling;
    private final JdbcClient jdbc;
    private final Clock clock;

    Declaring(
            DueParcels due,
            Desk desk,
            Post post,
            FindingStore findings,
            Settling settling,
            JdbcClient jdbc,
            Clock clock) {
        this.due = due;
        this.desk = desk;
        this.post = post;
        this.findings = findings;
        this.settling = settling;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Declares the next parcels of a batch; nothing is left when the report counts no parcels. */
    @Transactional
    public DeclarationReport next(long batchId) {
        lock();
        return declare(due.first(batchId, CHUNK));
    }

    @Transactional
    public DeclarationReport again(List<String> parcelNos) {
        lock();
        return declare(due.again(parcelNos));
    }

    /** One desk per tenant at a time, so that chunks are the same whoever asks; the unique index would refuse the second in any case (I-07). */
    private void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(20, current_tenant())").query().listOfRows();
    }

    private DeclarationReport declare(List<DueParcel> parcels) {
        if (parcels.isEmpty()) {
            return DeclarationReport.NOTHING;
        }
        var tools = desk.tools();
        var good = new ArrayList<Good>();
        var orders = new ArrayList<Paper>();
        var waybills = new ArrayList<Paper>();
        var lists = new ArrayList<Paper>();
        var notes = new ArrayList<FindingStore.Note>();
        for (var due : parcels) {
            var parcel = due.parcel();
            var rules = tools.regime(due.as().regime(), TradeWay.EXPORT, parcel.at());
            var export = new ExportCase(
                    due.as(), rules, parcel, ExportCase.yuan(parcel, due.as().cnyRate()));
            var against = new ArrayList<>(export.against(tools.rules()));
            var documents =
                    against.stream().anyMatch(Finding::stops) ? List.<CebDocument>of() : documents(export, tools);
            documents.forEach(d -> against.addAll(CebCheck.check(d, Strictness.OUTBOUND)));
            var version = tools.version(rules, parcel.at());
            against.forEach(finding -> notes.add(new FindingStore.Note(due.id(), finding, version)));
            if (against.stream().anyMatch(Finding::stops)) {
                continue;
            }
            good.add(new Good(due, export.terms().statisticsFlag(), version));
            lists.add(Paper.of(documents.get(0), parcel.copNo()));
            if (due.papers()) {
                orders.add(Paper.of(documents.get(1), parcel.copNo()));
                waybills.add(Paper.of(documents.get(2), parcel.copNo()));
            }
        }
        findings.replace(parcels, notes);
        insert(good);
        int messages = post.send(orders) + post.send(waybills) + post.send(lists);
        settling.settle(Stream.of(orders, waybills, lists)
                .flatMap(List::stream)
                .map(p -> ReceiptKey.of(p.document()))
                .toList());
        return new DeclarationReport(good.size(), parcels.size() - good.size(), messages);
    }

    /** A parcel that nothing stands against. */
    private record Good(DueParcel due, String statisticsFlag, String rules) {}

    private static List<CebDocument> documents(ExportCase export, DeskTools tools) {
        var parcel = export.parcel();
        return List.of(
                tools.export().list(parcel, export.terms()),
                tools.export().order(parcel, export.terms()),
                tools.export().waybill(parcel));
    }

    private void insert(List<Good> good) {
        jdbc.sql(DECLARE)
                .params(
                        Timestamp.from(clock.instant()),
                        good.stream().map(g -> g.due().id()).toArray(Long[]::new),
                        texts(good, g -> g.due().as().regime().code()),
                        texts(good, Good::statisticsFlag),
                        texts(good, g -> g.due().parcel().copNo()),
                        good.stream().map(g -> g.due().attempt()).toArray(Integer[]::new),
                        good.stream().map(g -> g.due().supersedes()).toArray(Long[]::new),
                        texts(good, Good::rules))
                .update();
    }

    private static String[] texts(List<Good> good, Function<Good, String> part) {
        return good.stream().map(part).toArray(String[]::new);
    }
}
