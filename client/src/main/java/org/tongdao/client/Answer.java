package org.tongdao.client;

/**
 * What the server said.
 *
 * @param status of HTTP
 * @param json body; a problem (RFC 9457) when {@link #isGood} is false
 * @param replayed the first answer to this idempotency key, given again
 */
public record Answer(int status, String json, boolean replayed) {

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Whether the same call may succeed later without any change. */
    public boolean isWorthRepeating() {
        return status == 429 || status >= 500;
    }
}
