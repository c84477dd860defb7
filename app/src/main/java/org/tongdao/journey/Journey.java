package org.tongdao.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import org.tongdao.declaration.Declarations;
import org.tongdao.intake.BatchReport;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.platform.Tenancy;

/**
 * Carries one file of orders from validation to the doors: takes the file in, declares its parcels, then lets the days pass tick by tick until nothing is
 * due any more (docs/adr/0004). Asked again with the same file it goes on where it was, or only writes the results again.
 */
@Component
public class Journey {

    private final Intake intake;
    private final Declarations declarations;
    private final JourneyStore store;
    private final Ticks ticks;
    private final FarSides farSides;
    private final StandingQuery standing;
    private final Results results;

    Journey(
            Intake intake,
            Declarations declarations,
            JourneyStore store,
            Ticks ticks,
            FarSides farSides,
            StandingQuery standing,
            Results results) {
        this.intake = intake;
        this.declarations = declarations;
        this.store = store;
        this.ticks = ticks;
        this.farSides = farSides;
        this.standing = standing;
        this.results = results;
    }

    public Summary run(JourneyRequest request, Progress progress) {
        long began = System.nanoTime();
        store.resumeClock(request.start());
        progress.stage("intake");
        var batch = intake.importFile(new ImportRequest(request.file(), request.merchant(), request.mapping()));
        if (batch.refused()) {
            return results.refused(batch, request.out());
        }
        var labels = inBackground(() -> results.labels(batch.batchId(), request.out()));
        var journey = store.begin(batch.batchId(), request.seed());
        if (journey.finishedAt().isEmpty()) {
            travel(batch, journey, progress);
        }
        progress.stage("results");
        var content = results.write(batch, journey, request.out());
        labels.join();
        progress.done();
        return new Summary(content, Duration.ofNanos(System.nanoTime() - began), List.of());
    }

    private static CompletableFuture<Void> inBackground(Runnable work) {
        int tenant = Tenancy.current();
        return CompletableFuture.runAsync(() -> Tenancy.run(tenant, work));
    }

    private void travel(BatchReport batch, JourneyStore.Begun journey, Progress progress) {
        progress.stage("declaration");
        declarations.declare(batch.batchId());
        var far = farSides.of(journey.seed());
        Optional<Instant> next = ticks.work(far, journey.startedAt());
        while (next.isPresent()) {
            store.moveClock(next.get());
            progress.at(next.get(), () -> standing.of(batch.batchId()));
            next = ticks.work(far, journey.startedAt());
        }
        store.finish(batch.batchId());
    }
}
