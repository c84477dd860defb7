package org.tongdao.emulator.customs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.customs.Guid;
import org.tongdao.emulator.WorkingHours;
import org.tongdao.terms.Dice;

/** Makes receipts out of steps: numbers that the office gives, times as customs writes them, repeats. */
final class ReceiptDesk {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter RETURN_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(BEIJING);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(BEIJING);
    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final long seed;
    private final Conduct conduct;

    ReceiptDesk(long seed, Conduct conduct) {
        this.seed = seed;
        this.conduct = conduct;
    }

    /** The receipts of a paper: one per step, some of them again later with the same content. */
    List<Receipt> receipts(Paper paper, Instant sent, List<Step> steps) {
        var receipts = new ArrayList<Receipt>();
        for (var step : steps) {
            var fields = fields(paper, sent, step);
            var due = due(step);
            receipts.add(new Receipt(paper.form().receipt(), fields, due));
            for (int n = 1; n <= repeats(paper, step); n++) {
                receipts.add(new Receipt(
                        paper.form().receipt(),
                        fields,
                        WorkingHours.roundUp(due.plus(HOUR.multipliedBy(3L * n)), HOUR)));
            }
        }
        return List.copyOf(receipts);
    }

    static String returnTime(Instant at) {
        return RETURN_TIME.format(at);
    }

    Instant quarter(Instant at) {
        return spoken(WorkingHours.roundUp(at, conduct.step()));
    }

    /** What hours late comes on the hour, what comes at once on the quarter. */
    private Instant due(Step step) {
        var grid = step.lag().compareTo(SOON) > 0 ? HOUR : conduct.step();
        return spoken(WorkingHours.roundUp(step.arrival(), grid));
    }

    /** In a silent time nothing is said until it is over. */
    private Instant spoken(Instant due) {
        return conduct.during(Incident.Kind.SILENT, due)
                .map(silence -> WorkingHours.roundUp(silence.to(), conduct.step()))
                .orElse(due);
    }

    private int repeats(Paper paper, Step step) {
        var test = TestNumber.in(paper.head("orderNo"));
        if (test.isPresent()) {
            return test.get().wish() == TestNumber.Wish.REPEAT ? test.get().amount() - 1 : 0;
        }
        var dice = Dice.of(seed, "repeat|" + paper.form() + '|' + paper.key() + '|' + step.status());
        return dice.nextDouble() < conduct.post().repeated() ? 1 : 0;
    }

    private Map<String, String> fields(Paper paper, Instant sent, Step step) {
        var fields = new LinkedHashMap<String, String>();
        var returnTime = returnTime(step.at());
        fields.put(
                "guid",
                Guid.of(seed + "|" + paper.form() + '|' + paper.key() + '|' + step.status() + '|' + returnTime));
        for (var field : paper.form().repeated()) {
            fields.put(field, repeated(paper, field, sent));
        }
        fields.put("returnStatus", step.status());
        fields.put("returnTime", returnTime);
        fields.put("returnInfo", step.info());
        return fields;
    }

    private String repeated(Paper paper, String field, Instant sent) {
        return switch (field) {
            case "preNo" -> preNo(paper, sent);
            case "invtNo" -> paper.form().isList() ? invtNo(paper, sent) : paper.head(field);
            case "sumNo" -> sumNo(paper, sent);
            case "rkdNo" -> "R" + preNo(paper, sent).substring(1);
            default -> paper.head(field);
        };
    }

    /** S, day, nine digits. */
    String sumNo(Paper paper, Instant sent) {
        return "S" + preNo(paper, sent).substring(1);
    }

    /** B, day, nine digits. */
    private String preNo(Paper paper, Instant sent) {
        long number = Dice.of(seed, "preNo|" + paper.key()).nextLong(1_000_000_000L);
        return "B" + DAY.format(sent) + String.format("%09d", number);
    }

    /** Office, year, direction, and eleven digits (export) or nine (import). */
    String invtNo(Paper paper, Instant sent) {
        boolean imported = paper.form() == PaperForm.IMPORT_LIST;
        var dice = Dice.of(seed, "invtNo|" + paper.key());
        var number = imported
                ? "I" + String.format("%09d", dice.nextLong(1_000_000_000L))
                : "E" + String.format("%011d", dice.nextLong(100_000_000_000L));
        return paper.head("customsCode") + DAY.format(sent).substring(0, 4) + number;
    }
}
