package org.tongdao.keys;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a key answered when it was last asked.
 *
 * @param rule what is wrong with it, or empty
 * @param value what it said
 * @param maybe what to do
 * @param ago how long ago it was asked or signed last; absent until then
 */
public record KeyHealth(
        String rule, String value, String maybe, @Nullable Duration ago) {

    public boolean isWell() {
        return rule.isEmpty();
    }
}
