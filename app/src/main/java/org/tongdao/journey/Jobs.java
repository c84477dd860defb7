package org.tongdao.journey;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.tongdao.platform.WorkStopped;

/**
 * Runs the jobs of one tenant so that each fails alone: a failure is written down as a finding, the other jobs go on, and the failed one is tried again
 * after a pause that doubles up to a minute.
 */
final class Jobs {

    static final String FAILED = "JOB-FAILED";
    private static final long FIRST_PAUSE = Duration.ofSeconds(2).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMinutes(1).toNanos();
    private static final int LONGEST_VALUE = 500;

    private final WorkBook book;
    private final LongSupplier nanos;
    private final Map<String, Pause> paused = new HashMap<>();

    Jobs(WorkBook book, LongSupplier nanos) {
        this.book = book;
        this.nanos = nanos;
    }

    private record Pause(long length, long until) {

        boolean isOver(long now) {
            return now - until >= 0;
        }

        static Pause after(Pause before, long now) {
            long length = Math.min(2 * before.length, LONGEST_PAUSE);
            return new Pause(length, now + length);
        }
    }

    /** What the job gives, or {@code otherwise} when it fails now or rests after a failure. */
    <T> T run(String name, Supplier<T> job, T otherwise) {
        var pause = paused.get(name);
        if (pause != null && !pause.isOver(nanos.getAsLong())) {
            return otherwise;
        }
        try {
            T result = job.get();
            if (pause != null) {
                paused.remove(name);
                book.resolved(name);
            }
            return result;
        } catch (RuntimeException e) {
            paused.put(name, Pause.after(pause == null ? new Pause(FIRST_PAUSE / 2, 0) : pause, nanos.getAsLong()));
            note(name, e);
            return otherwise;
        }
    }

    private void note(String name, RuntimeException e) {
        if (e instanceof WorkStopped stopped) {
            book.failed(name, stopped.rule(), shortened(stopped.value()), stopped.maybe());
        } else {
            book.failed(name, FAILED, words(e), "tried again by itself; the other jobs go on");
        }
    }

    /** A process that begins cannot know which failures of the one before are over, so everything that runs well now is resolved once. */
    void resolveWhatRuns(Iterable<String> names) {
        for (var name : names) {
            if (!paused.containsKey(name)) {
                book.resolved(name);
            }
        }
    }

    static String words(Throwable e) {
        return shortened(e.getClass().getSimpleName() + ": " + Objects.requireNonNullElse(e.getMessage(), ""));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_VALUE)).strip();
    }
}
