package org.tongdao.intake;

import java.time.OffsetDateTime;

/** One value that was corrected, by whom and why; line 0 is the order itself. */
public record CorrectionLine(
        int line, String field, String before, String after, String actor, String reason, OffsetDateTime at) {}
