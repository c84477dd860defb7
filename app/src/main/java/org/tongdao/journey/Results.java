package org.tongdao.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongdao.consolidation.Consolidation;
import org.tongdao.declaration.Declarations;
import org.tongdao.intake.BatchReport;
import org.tongdao.intake.Intake;
import org.tongdao.intake.Labels;
import org.tongdao.planning.Planning;
import org.tongdao.settlement.Settlement;
import org.tongdao.statistics.Statistics;
import org.tongdao.visibility.Visibility;

/** Writes everything a journey leaves behind into one folder; writing again gives the same files. */
@Component
class Results {

    private final Intake intake;
    private final Labels labels;
    private final Declarations declarations;
    private final Consolidation consolidation;
    private final Planning planning;
    private final Visibility visibility;
    private final Settlement settlement;
    private final Statistics statistics;
    private final SummaryQuery query;
    private final StandingQuery standing;
    private final StateDigest digest;
    private final InvariantAudit audit;

    Results(
            Intake intake,
            Labels labels,
            Declarations declarations,
            Consolidation consolidation,
            Planning planning,
            Visibility visibility,
            Settlement settlement,
            Statistics statistics,
            SummaryQuery query,
            StandingQuery standing,
            StateDigest digest,
            InvariantAudit audit) {
        this.intake = intake;
        this.labels = labels;
        this.declarations = declarations;
        this.consolidation = consolidation;
        this.planning = planning;
        this.visibility = visibility;
        this.settlement = settlement;
        this.statistics = statistics;
        this.query = query;
        this.standing = standing;
        this.digest = digest;
        this.audit = audit;
    }

    /** Labels depend on the intake alone, so they are printed while the parcels travel. */
    void labels(long batchId, Path out) {
        folder(out);
        labels.write(batchId, out.resolve("labels.pdf"), out.resolve("labels.zpl"));
    }

    Map<String, Object> write(BatchReport batch, JourneyStore.Begun journey, Path out) {
        long id = batch.batchId();
        folder(out);
        intake.writeFindings(id, out.resolve("findings.csv"));
        declarations.export(id, out);
        consolidation.export(id, folder(out.resolve("load-plans")));
        planning.export(folder(out.resolve("trains")), out.resolve("itineraries.json"), journey.startedAt());
        visibility.export(out.resolve("epcis.jsonl"));
        settlement.charge(id);
        settlement.writeStatement(out.resolve("statement.csv"));
        var content = content(batch, journey.seed());
        text(out.resolve("summary.json"), new Summary(content, Duration.ZERO, List.of()).toJson());
        return content;
    }

    Summary refused(BatchReport batch, Path out) {
        folder(out);
        intake.writeFindings(batch, out.resolve("findings.csv"));
        var why = batch.refusals().stream()
                .map(f -> f.rule() + "  " + f.place() + "  " + f.value() + "  " + f.maybe())
                .toList();
        return new Summary(Map.of(), Duration.ZERO, why);
    }

    private Map<String, Object> content(BatchReport batch, long seed) {
        long id = batch.batchId();
        var content = new LinkedHashMap<String, Object>();
        content.put("file", query.rows(id));
        content.put("seed", seed);
        content.put("findings", batch.findings());
        content.put("parcels", standing.of(id));
        content.put("units", query.units(id));
        content.put("hubs", query.hubs(id));
        content.put("money", settlement.trialBalance());
        content.put("statistics", statistics.report(id));
        content.put("audit", audit.report());
        content.put("digest", digest.of());
        return content;
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make " + folder, e);
        }
    }

    private static void text(Path file, String text) {
        try {
            Files.writeString(file, text + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }
}
