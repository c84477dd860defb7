package org.tongdao.emulator;

import java.time.Instant;
import java.util.Optional;

/** One far end of a wire. Time is the caller's: a virtual clock that jumps from answer to answer, or the wall clock. */
public interface FarSide {

    /**
     * Looks at what was sent, writes every answer due up to {@code now} and not written before.
     *
     * @return when the next answer is due as far as known now; empty when nothing is left to say
     */
    Optional<Instant> deliver(Instant now);
}
