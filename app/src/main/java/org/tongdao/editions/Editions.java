package org.tongdao.editions;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which edition of each list is in force: the last one brought, else the one that came with the program.
 *
 * <p>A node asks the database at most once a second; its own changes count at once. Editions never change, so what was read is kept.
 */
@Component
public class Editions {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private record Seen(Map<String, Integer> numbers, long at) {}

    private record Key(String list, int number) {}

    private final EditionStore store;
    private final Map<Key, Edition> read = new ConcurrentHashMap<>();
    private final ObjectProvider<Shelf> shelves;
    private volatile @Nullable Seen seen;

    Editions(EditionStore store, ObjectProvider<Shelf> shelves) {
        this.store = store;
        this.shelves = shelves;
    }

    /** Names of the editions in force that were brought. */
    public List<String> brought() {
        return numbers().keySet().stream()
                .sorted()
                .map(list -> inForce(list).name())
                .toList();
    }

    /** Those of them that their readers refuse: brought under a version of the program that read them otherwise. */
    public List<String> unread() {
        return shelves.stream()
                .flatMap(shelf -> shelf.lists().stream())
                .filter(list -> numbers().containsKey(list.name())
                        && list.refusal(inForce(list.name())).isPresent())
                .map(EditableList::name)
                .sorted()
                .toList();
    }

    /** What a reader makes of these lists; it is made again when one of them changes. */
    public <T> InForce<T> read(List<String> lists, Function<Function<String, Edition>, T> reader) {
        return new InForce<>(this, lists, reader);
    }

    /** The same for a single list. */
    public <T> InForce<T> read(String list, Function<Edition, T> reader) {
        return read(List.of(list), of -> reader.apply(of.apply(list)));
    }

    public Edition inForce(String list) {
        return get(list, numbers().getOrDefault(list, 0));
    }

    /** An edition by its number: what a decision that names it was made by. */
    public Optional<Edition> find(String list, int number) {
        var known = store.find(list, number);
        return known.isEmpty() && number == 0 ? Optional.of(Packaged.get(list)) : known;
    }

    /** All that were brought, and what they replaced; the last first. Empty while the one of the program is in force. */
    public List<BroughtEdition> history(String list) {
        return store.history(list);
    }

    /** What this content would change, and what stands against it; nothing is kept. */
    public Trial attempt(EditableList list, String text, LocalDate today) {
        return Trial.of(list, inForce(list.name()), text, today);
    }

    /**
     * Puts a content in force. Refused with findings when it has errors, changes nothing, or another edition came in force since {@code base} was looked at.
     */
    @Transactional
    public Trial put(EditableList list, NewEdition wish, LocalDate today) {
        int now = store.numbers().getOrDefault(list.name(), 0);
        var trial = Trial.of(list, get(list.name(), now), wish.text(), today);
        if (now == wish.base() && !trial.isSound()) {
            return trial;
        }
        if (now != wish.base() || !store.add(list.name(), wish.with(trial.text()))) {
            return trial.overtaken(store.history(list.name()).stream().findFirst());
        }
        learnWhenDone(Map.of(list.name(), now + 1));
        return trial;
    }

    /** The numbers in force of lists that were brought; the same object as long as nothing changed. */
    Map<String, Integer> numbers() {
        var known = seen;
        return known != null && System.nanoTime() - known.at() < FRESH ? known.numbers() : learn(store.numbers());
    }

    Edition get(String list, int number) {
        if (number == 0) {
            return Packaged.get(list);
        }
        var key = new Key(list, number);
        var known = read.get(key);
        if (known == null) {
            known = stored(key);
            read.put(key, known);
        }
        return known;
    }

    private Edition stored(Key key) {
        return store.find(key.list(), key.number())
                .orElseThrow(() -> new IllegalStateException("no edition " + key.number() + " of " + key.list()));
    }

    private void learnWhenDone(Map<String, Integer> numbers) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                learn(numbers);
            }
        });
    }

    /** Numbers only grow, so that a question asked before a change does not take it back. */
    private synchronized Map<String, Integer> learn(Map<String, Integer> told) {
        var known = seen;
        var numbers = new HashMap<>(told);
        if (known != null) {
            known.numbers().forEach((list, number) -> numbers.merge(list, number, Math::max));
        }
        var kept = known != null && known.numbers().equals(numbers) ? known.numbers() : Map.copyOf(numbers);
        seen = new Seen(kept, System.nanoTime());
        return kept;
    }
}
