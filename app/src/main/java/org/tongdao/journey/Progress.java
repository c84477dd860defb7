package org.tongdao.journey;

import java.time.Instant;
import java.util.function.Supplier;

/** Hears how a journey gets on. */
public interface Progress {

    /** A stage begins, such as {@code intake}. */
    void stage(String name);

    /** The work clock stands at {@code now}; {@code standing} counts the parcels at each gate and is asked only when it is shown. */
    void at(Instant now, Supplier<Standing> standing);

    /** The journey is over. */
    void done();
}
