package org.tongdao.yard;

import java.util.EnumSet;
import java.util.List;

/**
 * How the dispatcher works.
 *
 * @param mode serial or parallel
 * @param order the five priorities, first served first
 */
public record YardRules(YardMode mode, List<YardPriority> order) {

    public YardRules {
        order = List.copyOf(order);
        if (order.size() != YardPriority.values().length
                || EnumSet.copyOf(order).size() != order.size()) {
            throw new IllegalArgumentException("the five priorities, each once, are wanted; got " + order);
        }
    }

    public static YardRules of(YardMode mode) {
        return new YardRules(mode, YardPriority.ANNOUNCED);
    }

    int rank(YardStage stage) {
        return stage.priority().map(order::indexOf).orElse(0);
    }
}
