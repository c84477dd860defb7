package org.tongdao.loading;

import java.util.Arrays;

/**
 * The free cuboids of a partly filled container, each maximal; they overlap. With full support a space begins on the floor or on a flat top and is no wider
 * than what bears it. Room into which not even the smallest box fits is not kept.
 */
final class Spaces {

    private static final int SIX = PackState.SIX;
    /** Beyond so many the smallest are let go; only thousands of single boxes come there. */
    private static final int MOST = 600;

    private final boolean fullSupport;
    private final int leastFlat;
    private final int leastTall;
    int[] at = new int[64 * SIX];
    int count;

    Spaces(PackProblem problem, boolean fullSupport) {
        this.fullSupport = fullSupport;
        int flat = Integer.MAX_VALUE;
        int tall = Integer.MAX_VALUE;
        for (var type : problem.types()) {
            for (int i = 0; i < 3; i++) {
                flat = Math.min(flat, type.sizes().get(i));
                tall = type.upright().get(i) ? Math.min(tall, type.sizes().get(i)) : tall;
            }
        }
        leastFlat = flat;
        leastTall = tall;
        add(0, 0, 0, problem.length(), problem.width(), problem.height());
    }

    private Spaces(Spaces like) {
        fullSupport = like.fullSupport;
        leastFlat = like.leastFlat;
        leastTall = like.leastTall;
    }

    Spaces empty() {
        return new Spaces(this);
    }

    void copyFrom(Spaces other) {
        if (at.length < other.count * SIX) {
            at = new int[other.at.length];
        }
        System.arraycopy(other.at, 0, at, 0, other.count * SIX);
        count = other.count;
    }

    void drop(int s) {
        count--;
        System.arraycopy(at, count * SIX, at, s * SIX, SIX);
    }

    long volume(int s) {
        int i = s * SIX;
        return (long) (at[i + 3] - at[i]) * (at[i + 4] - at[i + 1]) * (at[i + 5] - at[i + 2]);
    }

    /** Takes the room of a block out; its flat top reaches from its corner to {@code topX}, {@code topY}. */
    void cut(int x, int y, int z, int x2, int y2, int z2, int topX, int topY) {
        int old = count;
        for (int s = old - 1; s >= 0; s--) {
            int i = s * SIX;
            int a = at[i];
            int b = at[i + 1];
            int c = at[i + 2];
            int d = at[i + 3];
            int e = at[i + 4];
            int f = at[i + 5];
            if (a >= x2 || d <= x || b >= y2 || e <= y || c >= z2 || f <= z) {
                continue;
            }
            at[i + 3] = at[i];
            add(a, b, c, Math.min(x, d), e, f);
            add(Math.max(x2, a), b, c, d, e, f);
            add(a, b, c, d, Math.min(y, e), f);
            add(a, Math.max(y2, b), c, d, e, f);
            add(a, b, c, d, e, Math.min(z, f));
            if (!fullSupport) {
                add(a, b, Math.max(z2, c), d, e, f);
            } else {
                add(Math.max(a, x), Math.max(b, y), z2, Math.min(d, topX), Math.min(e, topY), f);
            }
        }
        if (fullSupport) {
            joinTops(old);
        }
        dropInner(old);
        if (count > MOST) {
            dropSmall();
        }
    }

    /** Spaces that begin at one height and meet are supported together: what is common to them in the one direction is free and borne along the other. */
    private void joinTops(int old) {
        for (int s = old; s < count; s++) {
            int height = at[s * SIX + 2];
            if (height == 0) {
                continue;
            }
            for (int o = 0; o < count; o++) {
                int j = o * SIX;
                if (at[j + 2] == height && o != s && at[j] != at[j + 3]) {
                    joinTops(s * SIX, j, 0, 1);
                    joinTops(s * SIX, j, 1, 0);
                }
            }
        }
    }

    private void joinTops(int i, int j, int along, int across) {
        int from = Math.min(at[i + along], at[j + along]);
        int to = Math.max(at[i + along + 3], at[j + along + 3]);
        boolean meet = at[i + along] <= at[j + along + 3] && at[j + along] <= at[i + along + 3];
        boolean longer = to - from > at[i + along + 3] - at[i + along] && to - from > at[j + along + 3] - at[j + along];
        int low = Math.max(at[i + across], at[j + across]);
        int high = Math.min(at[i + across + 3], at[j + across + 3]);
        int top = Math.min(at[i + 5], at[j + 5]);
        if (!meet || !longer || low >= high) {
            return;
        }
        int before = count;
        if (along == 0) {
            add(from, low, at[i + 2], to, high, top);
        } else {
            add(low, from, at[i + 2], high, to, top);
        }
        if (count > before && liesInAnother(before)) {
            count = before;
        }
    }

    /** Drops spaces that were cut (of no length) and new ones that lie in another. */
    private void dropInner(int old) {
        for (int s = count - 1; s >= old; s--) {
            if (liesInAnother(s)) {
                at[s * SIX + 3] = at[s * SIX];
            }
        }
        int kept = 0;
        for (int s = 0; s < count; s++) {
            if (at[s * SIX] != at[s * SIX + 3]) {
                if (kept != s) {
                    System.arraycopy(at, s * SIX, at, kept * SIX, SIX);
                }
                kept++;
            }
        }
        count = kept;
    }

    private void dropSmall() {
        var volumes = new long[count];
        for (int s = 0; s < count; s++) {
            volumes[s] = volume(s);
        }
        Arrays.sort(volumes);
        long least = volumes[count - MOST * 3 / 4];
        for (int s = count - 1; s >= 0; s--) {
            if (volume(s) < least) {
                drop(s);
            }
        }
    }

    private boolean liesInAnother(int s) {
        int i = s * SIX;
        int a = at[i];
        int b = at[i + 1];
        int c = at[i + 2];
        int d = at[i + 3];
        int e = at[i + 4];
        int f = at[i + 5];
        for (int j = 0, end = count * SIX; j < end; j += SIX) {
            if (at[j] <= a
                    && at[j + 3] >= d
                    && at[j + 1] <= b
                    && at[j + 4] >= e
                    && at[j + 2] <= c
                    && at[j + 5] >= f
                    && j != i) {
                return true;
            }
        }
        return false;
    }

    private void add(int a, int b, int c, int d, int e, int f) {
        boolean joins = fullSupport && c > 0;
        int flat = joins ? 1 : leastFlat;
        if (d - a < flat || e - b < flat || f - c < leastTall) {
            return;
        }
        if ((count + 1) * SIX > at.length) {
            at = Arrays.copyOf(at, 2 * at.length);
        }
        int i = count++ * SIX;
        at[i] = a;
        at[i + 1] = b;
        at[i + 2] = c;
        at[i + 3] = d;
        at[i + 4] = e;
        at[i + 5] = f;
    }
}
