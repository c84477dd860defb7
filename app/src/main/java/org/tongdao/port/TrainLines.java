package org.tongdao.port;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The file a day's trains came from, so that a finding about a train names its line. */
record TrainLines(String file, List<String> lines) {

    /** The same findings; those of a train are placed at its line and begin their value with its number. */
    List<Finding> place(List<Finding> findings) {
        return findings.stream().map(this::place).toList();
    }

    private Finding place(Finding finding) {
        String train = finding.place().source();
        var line = line(train);
        return line.isEmpty()
                ? finding
                : new Finding(
                        finding.rule(),
                        finding.severity(),
                        Place.row(file, line.getAsLong()),
                        train + " " + finding.value(),
                        finding.maybe());
    }

    private OptionalLong line(String train) {
        return LongStream.range(1, lines.size())
                .filter(i -> lines.get((int) i).split(",", 2)[0].strip().equals(train))
                .map(i -> i + 1)
                .findFirst();
    }
}
