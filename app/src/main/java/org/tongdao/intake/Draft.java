package org.tongdao.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, as far as it is.
 *
 * @param trial the latest trial that knew the latest mapping; 0 when there is none
 * @param stale whether something was corrected after it
 * @param batch what it became, if it was taken in
 */
public record Draft(
        long id,
        String merchant,
        String fileName,
        String actor,
        long trial,
        boolean stale,
        @Nullable Long batch) {

    public boolean isTaken() {
        return batch != null;
    }

    /** What a trial found. */
    public record Trial(
            long id,
            List<String> header,
            int rows,
            int accepted,
            int rejected,
            int duplicate,
            int orders,
            List<String> refusals,
            long millis) {

        public boolean isRefused() {
            return !refusals.isEmpty();
        }
    }

    /** A row that would not go in; {@code cells} in the order of the header. */
    public record Row(long line, String outcome, List<String> cells, List<Fault> faults) {}

    /** What is wrong in it; {@code columnNo} is -1 when it is about no single column. */
    public record Fault(String rule, String severity, String column, int columnNo, String value, String maybe) {}

    /** How a column of ours is read from this file: a header of it, or a text for every row. */
    public record ColumnChoice(String column, boolean required, String header, String fixed) {
        public boolean isMissing() {
            return required && header.isEmpty() && fixed.isEmpty();
        }
    }

    /** The first page of the wizard: how the file was read and what each column of ours is there. */
    public record Reading(
            String format,
            String charset,
            String separator,
            List<String> header,
            List<List<String>> sample,
            List<ColumnChoice> columns,
            boolean kept,
            Optional<org.tongdao.terms.Finding> refusal) {

        public boolean isComplete() {
            return refusal.isEmpty() && columns.stream().noneMatch(ColumnChoice::isMissing);
        }
    }
}
