package org.tongdao.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.HeaderWords;
import org.tongdao.intake.mapping.Layout;
import org.tongdao.intake.mapping.Mapping;
import org.tongdao.intake.mapping.MappingJson;
import org.tongdao.intake.mapping.RowCells;
import org.tongdao.intake.reading.OpenedFile;
import org.tongdao.intake.reading.OrderFile;
import org.tongdao.intake.reading.RefusedException;
import org.tongdao.intake.rules.Knowledge;
import org.tongdao.intake.rules.MerchantRule;
import org.tongdao.intake.rules.RowRules;
import org.tongdao.intake.store.BatchStore;
import org.tongdao.intake.store.MappingStore;
import org.tongdao.intake.store.Staging;
import org.tongdao.platform.Tenancy;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Takes order files in. One file is one transaction: all of it is told, or nothing of it is stored. */
@Service
public class Intake {

    private static final long HEAVIEST_PARCEL_G = 30_000;

    private final BatchStore batches;
    private final MappingStore mappings;
    private final BatchReports reports;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Knowledge knowledge = Knowledge.shipped();
    private final HeaderWords words = HeaderWords.shipped();

    Intake(
            BatchStore batches,
            MappingStore mappings,
            BatchReports reports,
            ApplicationEventPublisher events,
            Clock clock) {
        this.batches = batches;
        this.mappings = mappings;
        this.reports = reports;
        this.events = events;
        this.clock = clock;
    }

    /** Takes one file in; taking it in again changes nothing and reports what the first time made. */
    @Transactional
    public BatchReport importFile(ImportRequest request) {
        try {
            batches.lock();
            return importLocked(request);
        } catch (RefusedException e) {
            return refused(List.of(e.why()));
        } catch (MappingJson.BadMappingException e) {
            return refused(List.of(e.why()));
        }
    }

    /** The same in a transaction of its own, so that a refusal does not undo what the caller did. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public BatchReport importApart(ImportRequest request) {
        return importFile(request);
    }

    /** Writes the rows that were not accepted, as they came, with what is wrong; corrected, the file can be taken in again. */
    @Transactional(readOnly = true)
    public void writeFindings(long batchId, Path csv) {
        reports.write(batchId, csv);
    }

    /** Writes the findings of a report, also of a refused file, of which nothing is stored. */
    @Transactional(readOnly = true)
    public void writeFindings(BatchReport report, Path csv) {
        if (report.refused()) {
            reports.writeRefusal(report.refusals(), csv);
        } else {
            reports.write(report.batchId(), csv);
        }
    }

    private BatchReport importLocked(ImportRequest request) {
        var opened = OrderFile.open(request.file());
        if (opened instanceof OpenedFile.Refused no) {
            return refused(List.of(no.why()));
        }
        var file = (OpenedFile.Readable) opened;
        try (var rows = file.rows()) {
            var mapping = mapping(request, file.header());
            var text = mapping.isNone() ? "" : MappingJson.write(mapping);
            var sha = Fingerprint.of(request.file(), text, request.merchant());
            var known = batches.findBatch(sha);
            if (known.isPresent()) {
                return reports.get(known.get(), true);
            }
            var place = Place.of(request.file().getFileName().toString());
            var layout = Layout.of(file, mapping, words, place);
            if (!layout.faults().isEmpty()) {
                return refused(layout.faults());
            }
            return store(request, new Source(file, layout, place.source()), new String[] {sha, text});
        }
    }

    private record Source(OpenedFile.Readable file, Layout layout, String name) {}

    private BatchReport store(ImportRequest request, Source source, String[] shaAndMapping) {
        var now = clock.instant();
        int rows = batches.stage(staging -> read(source, request.merchant(), staging));
        if (rows == 0) {
            return refused(List.of(Finding.error(
                    "FILE-NO-ROWS",
                    Place.of(source.name()),
                    "",
                    "the file has a header but no rows; export it again")));
        }
        var facts = new BatchStore.FileFacts(
                source.name(),
                shaAndMapping[0],
                request.merchant(),
                source.file().traits().format(),
                source.layout().header(),
                shaAndMapping[1],
                source.layout().label(Column.ORDER_NO),
                source.layout().mapping().partialOrders(),
                now);
        long batch = batches.accept(facts, HEAVIEST_PARCEL_G);
        if (request.mapping().isPresent()) {
            mappings.save(request.merchant(), shaAndMapping[1], now);
        }
        var report = reports.get(batch, false);
        events.publishEvent(new OrdersAccepted(batch, report.orders(), now));
        return report;
    }

    private void read(Source source, String merchant, Staging staging) {
        var rules = new RowRules(
                knowledge,
                source.layout().mapping(),
                new MerchantRule(merchant, Tenancy.merchant().isPresent()),
                clock.instant());
        staging.note(source.file().notes());
        var rows = source.file().rows();
        while (rows.hasNext()) {
            var raw = rows.next();
            staging.add(rules.check(new RowCells(source.layout(), raw, source.name())), raw);
        }
    }

    /** The mapping that was given, else the merchant's kept one when this file has its columns, else none. */
    private Mapping mapping(ImportRequest request, List<String> header) {
        if (request.mapping().isPresent()) {
            return MappingJson.read(request.mapping().get());
        }
        var stripped = header.stream().map(String::strip).toList();
        return mappings.find(request.merchant())
                .map(text -> MappingJson.parse(text, Place.of("kept mapping")))
                .filter(kept -> kept.fits(stripped))
                .orElse(Mapping.NONE);
    }

    /** Nothing of the file stays, not even what a failing reader had staged. */
    private static BatchReport refused(List<Finding> why) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return BatchReport.refused(new ArrayList<>(why));
    }
}
