package org.tongdao.consolidation;

import java.time.Instant;

/**
 * A plan that was stored.
 *
 * @param basedOn the version it was made from, 0 for none
 * @param kind ENGINE, HAND, UNDO or SEAL
 */
public record LoadVersion(int version, int basedOn, String kind, String actor, Instant madeAt) {}
