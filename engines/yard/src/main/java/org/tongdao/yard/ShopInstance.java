package org.tongdao.yard;

import java.util.List;

/**
 * A flexible job shop: jobs are chains of operations, each operation runs on one of several machines and may take longer on one than on another.
 *
 * <p>The benchmark form of the yard's own question: a train is a job, a track or a crane is a machine. Operations are numbered through all jobs, from 0,
 * in the order of the file; machines from 0. Times are whole units of the instance, at least 1.
 */
public final class ShopInstance {

    private final int machines;
    private final int[] jobOf;
    private final int[] firstOf;
    private final int[][] choices;
    private final int[][] times;

    private ShopInstance(int machines, List<List<Operation>> jobs) {
        this.machines = machines;
        int count = jobs.stream().mapToInt(List::size).sum();
        this.jobOf = new int[count];
        this.firstOf = new int[jobs.size() + 1];
        this.choices = new int[count][];
        this.times = new int[count][];
        int at = 0;
        for (int job = 0; job < jobs.size(); job++) {
            firstOf[job] = at;
            for (var operation : jobs.get(job)) {
                jobOf[at] = job;
                choices[at] = operation.machines().stream().mapToInt(i -> i).toArray();
                times[at++] = operation.times().stream().mapToInt(i -> i).toArray();
            }
        }
        firstOf[jobs.size()] = at;
    }

    /**
     * One operation.
     *
     * @param machines that can do it, from 0, each once
     * @param times on each of them, at least 1
     */
    public record Operation(List<Integer> machines, List<Integer> times) {

        public Operation {
            machines = List.copyOf(machines);
            times = List.copyOf(times);
            if (machines.isEmpty()
                    || machines.size() != times.size()
                    || times.stream().anyMatch(t -> t < 1)) {
                throw new IllegalArgumentException(
                        "machines " + machines + " with times " + times + ". Maybe a machine or a time is missing.");
            }
        }
    }

    /** An instance of jobs that are not empty. */
    public static ShopInstance of(int machines, List<List<Operation>> jobs) {
        for (var job : jobs) {
            for (var operation : job) {
                if (operation.machines().stream().anyMatch(m -> m < 0 || m >= machines)) {
                    throw new IllegalArgumentException(
                            "machines " + operation.machines() + " of an instance with " + machines + " machines");
                }
            }
        }
        return new ShopInstance(machines, jobs);
    }

    public int machines() {
        return machines;
    }

    public int jobs() {
        return firstOf.length - 1;
    }

    public int operations() {
        return jobOf.length;
    }

    public int jobOf(int operation) {
        return jobOf[operation];
    }

    /** Number of the job's first operation; of {@link #jobs()}: {@link #operations()}. */
    public int firstOf(int job) {
        return firstOf[job];
    }

    public boolean isFirst(int operation) {
        return operation == firstOf[jobOf[operation]];
    }

    public boolean isLast(int operation) {
        return operation + 1 == firstOf[jobOf[operation] + 1];
    }

    /** Machines that can do an operation; not to be written to. */
    int[] choices(int operation) {
        return choices[operation];
    }

    int[] times(int operation) {
        return times[operation];
    }

    /** Time of an operation on a machine, 0 when that machine cannot do it. */
    public int time(int operation, int machine) {
        for (int i = 0; i < choices[operation].length; i++) {
            if (choices[operation][i] == machine) {
                return times[operation][i];
            }
        }
        return 0;
    }

    int shortest(int operation) {
        int least = Integer.MAX_VALUE;
        for (int time : times[operation]) {
            least = Math.min(least, time);
        }
        return least;
    }
}
