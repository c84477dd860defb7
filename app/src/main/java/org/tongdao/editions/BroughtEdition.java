package org.tongdao.editions;

import java.time.OffsetDateTime;

/**
 * Who put an edition in force, when and why.
 *
 * @param restores number of the older edition that it brings back; -1 for none
 */
public record BroughtEdition(
        int number, int rows, String sha256, OffsetDateTime at, String actor, String reason, int restores) {}
