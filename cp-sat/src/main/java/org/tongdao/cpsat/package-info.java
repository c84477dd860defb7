/**
 * CP-SAT of OR-Tools beside the yard engine: an improver that {@code yard schedule --improver cp-sat} finds at run time, and the oracle of the benchmarks.
 *
 * <p>Purpose: a second reading of the rules of a day and of a flexible job shop, by another solver. May use: the yard engine. Nothing depends on it but the benchmarks.
 */
@NullMarked
package org.tongdao.cpsat;

import org.jspecify.annotations.NullMarked;
