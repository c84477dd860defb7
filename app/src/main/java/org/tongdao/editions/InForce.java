package org.tongdao.editions;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a reader made of one or more lists, made again when another edition of one of them is in force.
 *
 * <p>Take it once for one piece of work, before it copies rows: two calls may see two editions, and a connection that is copying answers no question.
 *
 * @param <T> immutable, shared by all threads
 */
public final class InForce<T> {

    private record Made<T>(Map<String, Integer> numbers, T value) {}

    private final Editions editions;
    private final List<String> lists;
    private final Function<Function<String, Edition>, T> reader;
    private volatile @Nullable Made<T> made;

    InForce(Editions editions, List<String> lists, Function<Function<String, Edition>, T> reader) {
        this.editions = editions;
        this.lists = List.copyOf(lists);
        this.reader = reader;
    }

    public T get() {
        var numbers = editions.numbers();
        var known = made;
        if (known != null && (known.numbers() == numbers || same(known.numbers(), numbers))) {
            return known.value();
        }
        T value = reader.apply(list -> editions.get(list, numbers.getOrDefault(list, 0)));
        made = new Made<>(numbers, value);
        return value;
    }

    private boolean same(Map<String, Integer> one, Map<String, Integer> other) {
        return lists.stream().allMatch(l -> one.getOrDefault(l, 0).equals(other.getOrDefault(l, 0)));
    }
}
