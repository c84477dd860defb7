package org.tongdao.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.tongdao.editions.Editions;
import org.tongdao.editions.InForce;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.HeaderWords;
import org.tongdao.intake.mapping.Layout;
import org.tongdao.intake.mapping.Mapping;
import org.tongdao.intake.mapping.MappingJson;
import org.tongdao.intake.mapping.RowCells;
import org.tongdao.intake.reading.FixedRows;
import org.tongdao.intake.reading.OpenedFile;
import org.tongdao.intake.reading.OrderFile;
import org.tongdao.intake.reading.RefusedException;
import org.tongdao.intake.reading.RowStream;
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
    private static final int TOLD = 1_000;

    private final BatchStore batches;
    private final MappingStore mappings;
    private final BatchReports reports;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final InForce<Knowledge> knowledge;
    private final InForce<HeaderWords> words;

    Intake(
            BatchStore batches,
            MappingStore mappings,
            BatchReports reports,
            ApplicationEventPublisher events,
            Editions editions,
            Clock clock) {
        this.batches = batches;
        this.mappings = mappings;
        this.reports = reports;
        this.events = events;
        this.knowledge = editions.read(Knowledge.LISTS, Knowledge::of);
        this.words = editions.read(HeaderWords.LIST, HeaderWords::of);
        this.clock = clock;
    }

    /** Takes one file in; taking it in again changes nothing and reports what the first time made. */
    @Transactional
    public BatchReport importFile(ImportRequest request) {
        try {
            batches.lock();
            return importLocked(Job.of(request), new ArrayList<>());
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

    /**
     * What is to be taken in.
     *
     * @param given how to read the columns, if somebody said
     * @param dry whether only to tell what it would do
     * @param progress hears how many rows were read
     */
    record Job(
            Path file,
            String merchant,
            Optional<Mapping> given,
            FixedRows.Fixes fixes,
            boolean dry,
            IntConsumer progress) {

        static Job of(ImportRequest request) {
            var given = request.mapping().map(MappingJson::read);
            return new Job(request.file(), request.merchant(), given, new FixedRows.Fixes(), false, rows -> {});
        }
    }

    /** Takes a file in as a person corrected it, or only tries: then everything is done, looked at and undone. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Tried take(Job job) {
        var header = new ArrayList<String>();
        try {
            batches.lock();
            var report = importLocked(job, header);
            var tried = job.dry() ? reports.tried(report, header) : new Tried(report, header, List.of(), List.of());
            if (job.dry()) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            }
            return tried;
        } catch (RefusedException e) {
            return new Tried(refused(List.of(e.why())), header, List.of(), List.of());
        } catch (MappingJson.BadMappingException e) {
            return new Tried(refused(List.of(e.why())), header, List.of(), List.of());
        }
    }

    private BatchReport importLocked(Job job, List<String> header) {
        var opened = OrderFile.open(job.file());
        if (opened instanceof OpenedFile.Refused no) {
            return refused(List.of(no.why()));
        }
        var file = (OpenedFile.Readable) opened;
        try (var rows = new FixedRows(file.rows(), job.fixes())) {
            var mapping = mapping(job, file.header());
            var text = mapping.isNone() ? "" : MappingJson.write(mapping);
            var sha = Fingerprint.of(job.file(), text + job.fixes(), job.merchant());
            var known = batches.findBatch(sha);
            if (known.isPresent()) {
                return reports.get(known.get(), true);
            }
            var place = Place.of(job.file().getFileName().toString());
            var layout = Layout.of(file, mapping, words.get(), place);
            header.addAll(layout.header());
            if (!layout.faults().isEmpty()) {
                return refused(layout.faults());
            }
            return store(job, new Source(file, rows, layout, place.source()), new String[] {sha, text});
        }
    }

    private record Source(OpenedFile.Readable file, RowStream rows, Layout layout, String name) {}

    private BatchReport store(Job job, Source source, String[] shaAndMapping) {
        var now = clock.instant();
        var rules = rules(source, job); // before staging: while it copies rows the connection takes no question
        int rows = batches.stage(staging -> read(source, job, rules, staging));
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
                job.merchant(),
                source.file().traits().format(),
                source.layout().header(),
                shaAndMapping[1],
                source.layout().label(Column.ORDER_NO),
                source.layout().mapping().partialOrders(),
                now);
        long batch = batches.accept(facts, HEAVIEST_PARCEL_G);
        if (job.given().isPresent()) {
            mappings.save(job.merchant(), shaAndMapping[1], now);
        }
        var report = reports.get(batch, false);
        if (!job.dry()) {
            events.publishEvent(new OrdersAccepted(batch, report.orders(), now));
        }
        return report;
    }

    private RowRules rules(Source source, Job job) {
        return new RowRules(
                knowledge.get(),
                source.layout().mapping(),
                new MerchantRule(job.merchant(), Tenancy.merchant().isPresent()),
                clock.instant());
    }

    private static void read(Source source, Job job, RowRules rules, Staging staging) {
        staging.note(source.file().notes());
        var rows = source.rows();
        while (rows.hasNext()) {
            var raw = rows.next();
            staging.add(rules.check(new RowCells(source.layout(), raw, source.name())), raw);
            if (staging.count() % TOLD == 0) {
                job.progress().accept(staging.count());
            }
        }
    }

    /** The mapping that was given, else the merchant's kept one when this file has its columns, else none. */
    private Mapping mapping(Job job, List<String> header) {
        return job.given().orElseGet(() -> kept(job.merchant(), header));
    }

    Mapping kept(String merchant, List<String> header) {
        var stripped = header.stream().map(String::strip).toList();
        return mappings.find(merchant)
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
