package org.tongdao.intake;

/** How many findings of one rule a batch has. */
public record RuleCount(String rule, String severity, int count) {}
