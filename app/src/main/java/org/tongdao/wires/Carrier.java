package org.tongdao.wires;

import java.io.IOException;
import java.util.Optional;

/** Moves messages of one wire of one tenant. A failure is an {@link IOException}: nothing is lost by it, the same call is made again later. */
interface Carrier extends AutoCloseable {

    /** A message that lies at the far side for us. */
    interface Incoming {
        String key();

        byte[] payload();

        /** Tells the far side that the message lies safely here; without it the far side offers it again. */
        void acknowledge() throws IOException;
    }

    /** Returns when the far side has the message for sure. The same key again is the same message. */
    void deliver(String key, byte[] payload) throws IOException;

    /** The next message that waits for us. */
    Optional<Incoming> next() throws IOException;

    @Override
    void close();
}
