package org.tongdao.loading;

import java.util.List;
import org.tongdao.terms.Finding;

/**
 * The format of Bischoff and Ratcliff's problems: {@code n}; per problem {@code id seed}; {@code L W H}; {@code m}; then m lines
 * {@code type d1 f1 d2 f2 d3 f3 quantity}, f = 1 where this length may stand vertical. thpack9 (Ivancic) leaves out the seed.
 *
 * @param parts where each problem stands in the file, also one that is left out
 */
public record BrFile(List<PackProblem> problems, List<Finding> findings, List<Part> parts) {

    /** The lines of one problem, counted from 1. */
    public record Part(int problem, int from, int to) {

        /** Of a problem whose number cannot be read. */
        static final int NAMELESS = Integer.MIN_VALUE;

        boolean has(Finding finding) {
            return finding.place().line() >= from && finding.place().line() <= to;
        }
    }

    public static BrFile read(String name, List<String> lines) {
        return new BrReader(name, lines).read();
    }

    /** What is wrong with one problem or with the file as a whole, whatever the other problems are like. */
    public List<Finding> findings(int problem) {
        return findings.stream()
                .filter(f -> parts.stream().noneMatch(p -> p.problem() != problem && p.has(f)))
                .toList();
    }
}
