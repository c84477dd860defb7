package org.tongdao.platform;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who the running thread works for. Every transaction started inside {@link #as} sees and writes rows of that tenant only (row-level security);
 * outside of it a transaction sees nothing.
 */
public final class Tenancy {

    /** The tenant that a fresh installation has. */
    public static final int HOME = 1;

    private static final ThreadLocal<@Nullable Integer> CURRENT = new ThreadLocal<>();

    private Tenancy() {}

    public static <T extends @Nullable Object> T as(int tenant, Supplier<T> work) {
        var before = CURRENT.get();
        CURRENT.set(tenant);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    public static void run(int tenant, Runnable work) {
        as(tenant, () -> {
            work.run();
            return 0;
        });
    }

    /** The tenant of this thread; asking outside of {@link #as} is a programming error. */
    public static int current() {
        var tenant = CURRENT.get();
        if (tenant == null) {
            throw new IllegalStateException(
                    "no tenant on this thread. Maybe Tenancy.as(...) is missing around the call.");
        }
        return tenant;
    }

    /** The tenant of this thread, when it works for one. */
    static Optional<Integer> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The setting for the database session: the tenant's number, or empty, which row-level security reads as nobody. */
    static String setting() {
        var tenant = CURRENT.get();
        return tenant == null ? "" : tenant.toString();
    }

    private static void restore(@Nullable Integer before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
