package org.tongdao.journey;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What to carry.
 *
 * @param file orders as CSV, XLSX or zip
 * @param mapping how its columns are to be read, where headers do not say
 * @param merchant whose file it is
 * @param seed of everything the emulated far side does
 * @param start of the work clock on a fresh installation
 * @param out folder for the results
 */
public record JourneyRequest(Path file, Optional<Path> mapping, String merchant, long seed, Instant start, Path out) {}
