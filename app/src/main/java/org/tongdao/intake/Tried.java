package org.tongdao.intake;

import java.util.List;

/** What taking a file in would have done, read before it was undone. */
record Tried(BatchReport report, List<String> header, List<Row> rows, List<Found> findings) {

    record Row(long line, String outcome, String cells) {}

    record Found(long line, int seq, String rule, String severity, String column, String value, String maybe) {}
}
