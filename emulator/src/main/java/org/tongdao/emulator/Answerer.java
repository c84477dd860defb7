package org.tongdao.emulator;

import java.util.List;

/**
 * What one office has to say to a sent document.
 *
 * <p>It is shown each document once per process, in the order of the file names, and may remember what it saw; after a restart it sees all of them
 * again in the same order and must say the same.
 */
@FunctionalInterface
public interface Answerer {

    /** All answers to this document, from the first to the last, whatever their due times. */
    List<Answer> answer(Sent document);
}
