package org.tongdao.yard;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Tabu search over one {@link ShopState}: an operation of a longest path moves to another place on its machine or on another one.
 *
 * <p>Moves that may close a circle are not tried (a sufficient test on heads). A move on the same machine is estimated by the longest path through the
 * operations between the two places (Balas and Vazacopoulos 1998), one to another machine by the longest path through the operation there (Mastrolilli
 * and Gambardella 2000 as simplified by González, Vela and Varela 2015).
 */
final class ShopTabu {

    private static final int NONE = ShopState.NONE;

    private final ShopInstance instance;
    private final SplittableRandom random;
    private final ShopClock clock;
    private final long[] forbidden;
    private final int[] path;
    private final int[] between;
    private final int[] heads;
    private ShopState state;
    private int pathLength;
    private long turn;
    private int bestValue;
    private int ties;
    private int bestOperation;
    private int bestMachine;
    private int bestAfter;
    private int looseTies;
    private int looseOperation;
    private int looseMachine;
    private int looseAfter;

    ShopTabu(ShopInstance instance, SplittableRandom random, ShopClock clock) {
        this.instance = instance;
        this.random = random;
        this.clock = clock;
        int n = instance.operations();
        this.forbidden = new long[n * instance.machines()];
        this.path = new int[n];
        this.between = new int[n];
        this.heads = new int[n];
        this.state = new ShopState(instance);
    }

    /** Improves {@code start} in place until {@code patience} moves brought nothing better, or time is up, or {@code goal} is reached. */
    void improve(ShopState start, long patience, int goal) {
        state.copyFrom(start);
        Arrays.fill(forbidden, 0);
        turn = 1;
        long last = turn;
        while (start.makespan > goal && turn - last < patience && clock.tick()) {
            turn++;
            readPath();
            if (!choose(start.makespan)) {
                return;
            }
            move();
            if (state.makespan < start.makespan) {
                start.copyFrom(state);
                last = turn;
            }
        }
    }

    /** One longest path, drawn by lot where there are several, from its last operation to its first. */
    private void readPath() {
        int at = NONE;
        int seen = 0;
        for (int o = 0; o < state.head.length; o++) {
            if (state.end(o) == state.makespan && random.nextInt(++seen) == 0) {
                at = o;
            }
        }
        pathLength = 0;
        while (at != NONE) {
            path[pathLength++] = at;
            int begin = state.head[at];
            if (begin == 0) {
                return;
            }
            boolean byJob = state.jobHead(at) == begin;
            boolean byMachine = state.prev[at] != NONE && state.end(state.prev[at]) == begin;
            at = byJob && (!byMachine || random.nextBoolean()) ? at - 1 : state.prev[at];
        }
    }

    private boolean choose(int best) {
        bestValue = Integer.MAX_VALUE;
        ties = 0;
        looseTies = 0;
        for (int i = 0; i < pathLength; i++) {
            int o = path[i];
            for (int m : instance.choices(o)) {
                if (m == state.machine[o]) {
                    onSame(o, best);
                } else {
                    onOther(o, m, best);
                }
            }
        }
        if (ties == 0 && looseTies > 0) {
            bestOperation = looseOperation;
            bestMachine = looseMachine;
            bestAfter = looseAfter;
        }
        return ties + looseTies > 0;
    }

    private void onOther(int o, int m, int best) {
        int jobHead = state.jobHead(o);
        int jobTail = state.jobTail(o);
        int length = instance.time(o, m);
        int ahead = instance.isFirst(o) ? NONE : o - 1;
        int behind = instance.isLast(o) ? NONE : o + 1;
        int previous = ahead == NONE ? -1 : state.head[ahead];
        int following = behind == NONE ? Integer.MAX_VALUE : state.end(behind);
        int after = NONE;
        int before = state.first[m];
        while (before != NONE && (state.end(before) <= previous || before == ahead)) {
            after = before;
            before = state.next[before];
        }
        while (true) {
            int head = after == NONE ? jobHead : Math.max(jobHead, state.end(after));
            int tail = before == NONE ? jobTail : Math.max(jobTail, state.tail[before] + state.time[before]);
            offer(head + length + tail, o, m, after, best);
            if (before == NONE || before == behind || state.head[before] >= following) {
                return;
            }
            after = before;
            before = state.next[before];
        }
    }

    private void onSame(int o, int best) {
        int behind = instance.isLast(o) ? NONE : o + 1;
        int following = behind == NONE ? Integer.MAX_VALUE : state.end(behind);
        int count = 0;
        for (int x = state.next[o]; x != NONE && x != behind && state.head[x] < following; x = state.next[x]) {
            between[count++] = x;
            offer(later(o, count), o, state.machine[o], x, best);
        }
        int ahead = instance.isFirst(o) ? NONE : o - 1;
        int previous = ahead == NONE ? -1 : state.head[ahead];
        count = 0;
        for (int y = state.prev[o]; y != NONE && y != ahead && state.end(y) > previous; y = state.prev[y]) {
            between[count++] = y;
            offer(earlier(o, count), o, state.machine[o], state.prev[y], best);
        }
    }

    /** Longest path when {@code o} goes behind the {@code count} operations after it. */
    private int later(int o, int count) {
        int end = state.prev[o] == NONE ? 0 : state.end(state.prev[o]);
        for (int i = 0; i < count; i++) {
            heads[i] = Math.max(state.jobHead(between[i]), end);
            end = heads[i] + state.time[between[i]];
        }
        int behind = state.next[between[count - 1]];
        int tail = Math.max(state.jobTail(o), behind == NONE ? 0 : state.tail[behind] + state.time[behind]);
        int longest = Math.max(state.jobHead(o), end) + state.time[o] + tail;
        int from = tail + state.time[o];
        for (int i = count - 1; i >= 0; i--) {
            int rest = Math.max(state.jobTail(between[i]), from);
            longest = Math.max(longest, heads[i] + state.time[between[i]] + rest);
            from = rest + state.time[between[i]];
        }
        return longest;
    }

    /** Longest path when {@code o} goes before the {@code count} operations ahead of it. */
    private int earlier(int o, int count) {
        int from = state.next[o] == NONE ? 0 : state.tail[state.next[o]] + state.time[state.next[o]];
        for (int i = 0; i < count; i++) {
            heads[i] = Math.max(state.jobTail(between[i]), from);
            from = heads[i] + state.time[between[i]];
        }
        int ahead = state.prev[between[count - 1]];
        int head = Math.max(state.jobHead(o), ahead == NONE ? 0 : state.end(ahead));
        int longest = head + state.time[o] + Math.max(state.jobTail(o), from);
        int end = head + state.time[o];
        for (int i = count - 1; i >= 0; i--) {
            int begin = Math.max(state.jobHead(between[i]), end);
            longest = Math.max(longest, begin + state.time[between[i]] + heads[i]);
            end = begin + state.time[between[i]];
        }
        return longest;
    }

    private void offer(int value, int o, int m, int after, int best) {
        if (forbidden[o * instance.machines() + m] > turn && value >= best) {
            if (random.nextInt(++looseTies) == 0) {
                looseOperation = o;
                looseMachine = m;
                looseAfter = after;
            }
        } else if (value < bestValue || value == bestValue && random.nextInt(++ties) == 0) {
            ties = value < bestValue ? 1 : ties;
            bestValue = value;
            bestOperation = o;
            bestMachine = m;
            bestAfter = after;
        }
    }

    private void move() {
        int o = bestOperation;
        int from = state.machine[o];
        state.remove(o);
        state.insert(o, bestMachine, bestAfter);
        if (!state.reckon()) {
            throw new IllegalStateException(
                    "operation " + o + " cannot stand after " + bestAfter + " on " + bestMachine);
        }
        int tenure = pathLength + instance.choices(o).length;
        forbidden[o * instance.machines() + from] = turn + tenure + random.nextInt(tenure);
    }
}
