package org.tongdao.keys;

/**
 * How a key stands.
 *
 * @param profile algorithms it signs with, or empty while it does not answer
 * @param perMinute most signatures a minute, 0 for no limit
 * @param lastMinute signatures of the last minute, counted only under a limit
 * @param rule what is wrong with it, or empty
 * @param value what it said
 * @param maybe what to do
 */
public record KeyState(
        String name, String profile, int perMinute, int lastMinute, String rule, String value, String maybe) {

    public boolean isWell() {
        return rule.isEmpty();
    }
}
