package org.tongdao.editions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongdao.platform.Sha256;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * What a content would change, and what stands against it.
 *
 * @param text as it would be kept: without byte order mark, lines ended by a line feed
 * @param base number of the edition it was compared with
 */
public record Trial(String text, int base, int rows, List<Finding> findings, List<Difference> differences) {

    static Trial of(EditableList list, Edition inForce, String brought, LocalDate today) {
        var text = tidy(brought);
        var check = new ListCheck(list, text);
        var findings = new ArrayList<>(check.findings());
        if (check.table().rows().isEmpty()) {
            return new Trial(text, inForce.number(), 0, findings, List.of());
        }
        var differences = new Comparison(list.key(), ListTable.of(inForce.text()), check.table()).list();
        if (differences.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.error(
                    "LIST-SAME",
                    Place.of(list.name()),
                    "",
                    "Every row is as in the edition in force. Change a row, or leave it as it is."));
        }
        differences.forEach(d -> past(d, list, today).ifPresent(findings::add));
        return new Trial(text, inForce.number(), check.table().rows().size(), findings, differences);
    }

    public boolean isSound() {
        return findings.stream().noneMatch(Finding::stops);
    }

    public String sha256() {
        return Sha256.hex(text);
    }

    public long count(Difference.Kind kind) {
        return differences.stream().filter(d -> d.kind() == kind).count();
    }

    Trial overtaken(Optional<BroughtEdition> by) {
        var why = Finding.error(
                "LIST-OVERTAKEN",
                Place.of("edition " + by.map(BroughtEdition::number).orElse(0)),
                by.map(b -> b.actor() + ": " + b.reason()).orElse(""),
                "Somebody put another edition in force meanwhile. Look at the differences again, then decide.");
        return new Trial(
                text,
                base,
                rows,
                Stream.concat(Stream.of(why), findings.stream()).toList(),
                differences);
    }

    /** A row of days that have passed is better ended than changed: what was decided then was decided by it. */
    private static Optional<Finding> past(Difference difference, EditableList list, LocalDate today) {
        boolean dated = list.columns().stream().anyMatch(c -> c.name().equals(EditableList.FROM));
        if (dated && difference.kind() == Difference.Kind.GONE) {
            return Optional.of(Finding.warning(
                    "LIST-GONE",
                    Place.of(list.name()),
                    difference.key(),
                    "Days that have passed may still ask for it: keep the row and end it by its last day."));
        }
        boolean counts = dated && !LocalDate.parse(day(difference.from())).isAfter(today);
        boolean figures = difference.cells().stream()
                .anyMatch(c -> !c.column().matches("source|mark|note|reason_.*|" + EditableList.TO));
        return difference.kind() == Difference.Kind.CHANGED && counts && figures
                ? Optional.of(Finding.warning(
                        "LIST-PAST",
                        Place.of(list.name()),
                        difference.key(),
                        "It counts since " + difference.from()
                                + ". End it and add a row that begins on the day of the change."))
                : Optional.empty();
    }

    private static String day(String cell) {
        return cell.matches("\\d{4}-\\d\\d-\\d\\d") ? cell : "9999-12-31";
    }

    private static String tidy(String brought) {
        var lines = brought.replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .stripTrailing();
        return lines.isEmpty() ? "" : lines + "\n";
    }
}
