package org.tongdao.training;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One try of one person; without an end it goes on. */
public record Attempt(
        String trainee,
        String lesson,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable Integer points,
        @Nullable Integer most) {}
