package org.tongdao.declaration;

/** How many items wait for one cause. */
public record QueueCount(String cause, long items) {}
