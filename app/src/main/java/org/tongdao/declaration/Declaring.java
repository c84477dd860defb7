package org.tongdao.declaration;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.ListTerms;
import org.tongdao.customs.RegimeCase;
import org.tongdao.customs.RetailParcel;
import org.tongdao.customs.Strictness;
import org.tongdao.customs.ZoneLedger;
import org.tongdao.terms.Finding;

/** Declares parcels chunk by chunk; each chunk is one transaction: declarations, messages, outbox, findings. */
@Component
class Declaring {

    /** Ten messages of each type. */
    private static final int CHUNK = 1_000;

    /** What we send ourselves before the list. */
    private static final List<String> OURS = List.of("CEB303", "CEB505");

    private static final String DECLARE = """
            INSERT INTO declaration (tenant_id, parcel_id, regime, cop_no, attempt, supersedes, created_at, rules)
            SELECT current_tenant(), n.parcel_id, '9610', n.cop_no, n.attempt, nullif(n.supersedes, 0), ?, ?
            FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS n (parcel_id, cop_no, attempt, supersedes, at) ORDER BY n.at
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
        var good = new ArrayList<DueParcel>();
        var orders = new ArrayList<Paper>();
        var waybills = new ArrayList<Paper>();
        var lists = new ArrayList<Paper>();
        var notes = new ArrayList<FindingStore.Note>();
        for (var parcel : parcels) {
            var documents = documents(parcel);
            var against = against(parcel.parcel(), documents);
            against.forEach(finding -> notes.add(new FindingStore.Note(parcel.id(), finding)));
            if (against.stream().anyMatch(Finding::stops)) {
                continue;
            }
            good.add(parcel);
            lists.add(Paper.of(documents.get(0), parcel.parcel().copNo()));
            if (parcel.papers()) {
                orders.add(Paper.of(documents.get(1), parcel.parcel().copNo()));
                waybills.add(Paper.of(documents.get(2), parcel.parcel().copNo()));
            }
        }
        findings.replace(parcels, notes, desk.version(clock.instant()));
        insert(good);
        int messages = post.send(orders) + post.send(waybills) + post.send(lists);
        settling.settle(lists.stream()
                .map(p -> org.tongdao.customs.ReceiptKey.of(p.document()))
                .toList());
        return new DeclarationReport(good.size(), parcels.size() - good.size(), messages);
    }

    private List<CebDocument> documents(DueParcel due) {
        var parcel = due.parcel();
        return parcel.lines().isEmpty()
                ? List.of()
                : List.of(
                        desk.export().list(parcel, desk.terms(parcel.at())),
                        desk.export().order(parcel, desk.terms(parcel.at())),
                        desk.export().waybill(parcel));
    }

    private List<Finding> against(RetailParcel parcel, List<CebDocument> documents) {
        var against = new ArrayList<>(desk.rules().check(parcel));
        against.addAll(ListTerms.against(
                parcel.copNo(),
                desk.regime(parcel.at()),
                RegimeCase.plain(parcel.goodsValue()),
                ZoneLedger.NONE,
                OURS));
        if (against.stream().noneMatch(Finding::stops)) {
            documents.forEach(document -> against.addAll(CebCheck.check(document, Strictness.OUTBOUND)));
        }
        return against;
    }

    private void insert(List<DueParcel> parcels) {
        jdbc.sql(DECLARE)
                .params(
                        Timestamp.from(clock.instant()),
                        desk.version(clock.instant()),
                        parcels.stream().map(DueParcel::id).toArray(Long[]::new),
                        parcels.stream().map(p -> p.parcel().copNo()).toArray(String[]::new),
                        parcels.stream().map(DueParcel::attempt).toArray(Integer[]::new),
                        parcels.stream().map(DueParcel::supersedes).toArray(Long[]::new))
                .update();
    }
}
