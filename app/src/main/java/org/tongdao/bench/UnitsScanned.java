package org.tongdao.bench;

import java.util.List;

/** Scans that did something. */
public record UnitsScanned(List<Long> scanIds) {}
