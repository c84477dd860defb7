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
    private static final ThreadLocal<@Nullable String> MERCHANT = new ThreadLocal<>();

    private Tenancy() {}

    public static <T extends @Nullable Object> T as(int tenant, Supplier<T> work) {
        return within(tenant, null, work);
    }

    /** Works for one merchant of the tenant: the database shows and takes rows of this merchant only; an empty name has no rows. */
    public static <T extends @Nullable Object> T asMerchant(int tenant, String merchant, Supplier<T> work) {
        return within(tenant, merchant, work);
    }

    private static <T extends @Nullable Object> T within(int tenant, @Nullable String merchant, Supplier<T> work) {
        var before = CURRENT.get();
        var merchantBefore = MERCHANT.get();
        CURRENT.set(tenant);
        set(MERCHANT, merchant);
        try {
            return work.get();
        } finally {
            set(CURRENT, before);
            set(MERCHANT, merchantBefore);
        }
    }

    /** The one merchant that this thread works for; empty when it works for the whole tenant. */
    public static Optional<String> merchant() {
        return Optional.ofNullable(MERCHANT.get());
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

    private static <T> void set(ThreadLocal<@Nullable T> local, @Nullable T value) {
        if (value == null) {
            local.remove();
        } else {
            local.set(value);
        }
    }
}
