package org.tongdao.yard;

import org.jspecify.annotations.Nullable;

/** A node of one train's graph as {@link DayModel} numbers it: what it waits for and what it may run on. Filled once, then only read. */
final class DayTask {

    final int number;
    final int train;
    final DayFlow.Node node;
    int[] before = {};
    int[] after = {};
    /** Tasks whose track this one frees at its end. */
    int[] frees = {};
    /** Units of the model that suit; those of the locomotive, crane set or crew it needs as well. */
    int[] units = {};

    int[] seconds = {};
    /** Length by position in {@link #seconds}, or one for all. */
    long[] lengths = {};

    boolean needsSecond;
    boolean keepsTrack;
    /** The transload that must have lifted a box off; -1 for none. */
    int box = -1;

    /** How long a track is kept at least, for closures ahead. */
    long keep;

    int rank;
    long notBefore = Long.MIN_VALUE;

    /** Moments before which it must not take a unit, since it would still stand there when the unit is reserved for another. */
    final java.util.Map<Integer, Long> barred = new java.util.HashMap<>();

    @Nullable
    DayStep fixed;

    int hint = -1;
    int hintSecond = -1;
    long hintBegin = Long.MIN_VALUE;

    DayTask(int number, int train, DayFlow.Node node) {
        this.number = number;
        this.train = train;
        this.node = node;
    }

    long length(int positionOfSecond) {
        return lengths[lengths.length == 1 ? 0 : positionOfSecond];
    }
}
