package org.tongdao.keys;

import org.jspecify.annotations.Nullable;

/**
 * How a key is used.
 *
 * @param perMinute most signatures a minute, 0 for no limit
 * @param lastMinute signatures of the last minute, counted only under a limit
 * @param inLine messages that are being signed or wait for it at this moment
 * @param out since when, by whom and why it is out of service; absent while it is in service
 */
public record KeyUse(
        int perMinute, int lastMinute, int inLine, @Nullable OutOfService out) {

    public boolean isInService() {
        return out == null;
    }
}
