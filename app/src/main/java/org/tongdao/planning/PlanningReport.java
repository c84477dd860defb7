package org.tongdao.planning;

/** What one dispatch came to. */
public record PlanningReport(int containers, int waiting) {}
