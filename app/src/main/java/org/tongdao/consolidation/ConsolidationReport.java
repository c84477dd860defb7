package org.tongdao.consolidation;

/** What one consolidation came to. */
public record ConsolidationReport(int parcels, int bags, int containers, int leftBehind) {}
