package org.tongdao.bulk;

/** Why parcels of a run were left as they are: the rule, how many, and one of them to look at. */
public record BulkReason(String state, String rule, String value, long parcels, String example) {}
