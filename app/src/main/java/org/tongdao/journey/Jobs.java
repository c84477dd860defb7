package org.tongdao.journey;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

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
    private final Map<String, Pause> paused = new HashMap<>();

    Jobs(WorkBook book) {
        this.book = book;
    }

    private record Pause(long length, long until) {

        boolean isOver() {
            return System.nanoTime() - until >= 0;
        }

        static Pause after(Pause before) {
            long length = Math.min(2 * before.length, LONGEST_PAUSE);
            return new Pause(length, System.nanoTime() + length);
        }
    }

    /** What the job gives, or {@code otherwise} when it fails now or rests after a failure. */
    <T> T run(String name, Supplier<T> job, T otherwise) {
        var pause = paused.get(name);
        if (pause != null && !pause.isOver()) {
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
            paused.put(name, Pause.after(pause == null ? new Pause(FIRST_PAUSE / 2, 0) : pause));
            book.failed(name, FAILED, words(e), "tried again by itself; the other jobs go on");
            return otherwise;
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
        var text = e.getClass().getSimpleName() + ": " + Objects.requireNonNullElse(e.getMessage(), "");
        return text.substring(0, Math.min(text.length(), LONGEST_VALUE)).strip();
    }
}
