/**
 * Editions of the reference lists that the work goes by: what came with the program, and what an administrator put in force since.
 *
 * <p>Purpose: readers ask for the edition in force instead of a file, and take a new one without a restart; an edition is never changed, so that a decision can
 * be made again by the one it names. Words used: list (a table of data/), edition (its whole content under a number), in force, bring back. May use: platform,
 * terms. Publishes: nothing.
 */
@ApplicationModule(
        displayName = "Editions",
        allowedDependencies = {"platform", "terms"})
@NullMarked
package org.tongdao.editions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
