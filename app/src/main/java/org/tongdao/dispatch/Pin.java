package org.tongdao.dispatch;

import java.time.Instant;
import org.tongdao.yard.YardStage;

/** A step that a person put on a unit, not before a moment; every later plan keeps to it until it is taken off. */
public record Pin(long trainId, YardStage stage, int unit, Instant notBefore) {}
