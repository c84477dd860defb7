package org.tongdao.statistics;

/** Which parcels are counted: those of a batch, or all. */
record Scope(long batch) {

    static final Scope ALL = new Scope(0);

    static Scope batch(long id) {
        return new Scope(id);
    }
}
