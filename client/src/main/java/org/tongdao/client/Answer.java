package org.tongdao.client;

/**
 * What the server said.
 *
 * @param status of HTTP
 * @param json body; a problem (RFC 9457) when {@link #isGood} is false
 * @param replayed the first answer to this idempotency key, given again
 * @param location path where the outcome will stand, empty when there is none to wait for
 * @param next path of the next page, empty on the last and where pages have a {@code next} of their own
 */
public record Answer(int status, String json, boolean replayed, String location, String next) {

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Whether the same call may succeed later without any change. */
    public boolean isWorthRepeating() {
        return status == 429 || status >= 500;
    }
}
