package org.tongdao.yard;

/** Where and when a task can begin first, as reckoned at one state of the units. */
final class DayChoice {

    long ready;
    long begin;
    long end;
    int unit = -1;
    int second = -1;
    boolean known;

    void set(long newBegin, long newEnd, int newUnit, int newSecond) {
        begin = newBegin;
        end = newEnd;
        unit = newUnit;
        second = newSecond;
    }
}
