package org.tongdao.yard;

import java.time.Instant;

/** A step that a person put on a unit (empty: any), not before a moment. */
public record DayPin(String trainId, YardStage stage, String unit, Instant notBefore) {}
