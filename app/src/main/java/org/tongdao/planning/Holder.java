package org.tongdao.planning;

/** Who takes room: {@code container} or {@code booking}, by its id. */
record Holder(String kind, long id) {}
