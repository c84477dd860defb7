package org.tongdao.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A journal in memory, for calculations that need not last and for tests. */
public final class MemoryJournal implements Journal {

    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byCause = new HashMap<>();
    private final Set<String> reversed = new HashSet<>();

    @Override
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<Entry> listByCause(String cause) {
        return List.copyOf(byCause.getOrDefault(cause, List.of()));
    }

    @Override
    public boolean isReversed(String id) {
        return reversed.contains(id);
    }

    @Override
    public void append(Entry entry) {
        if (byId.putIfAbsent(entry.id(), entry) != null) {
            throw new IllegalStateException("the journal has an entry " + entry.id() + " already");
        }
        if (!entry.cause().isEmpty()) {
            byCause.computeIfAbsent(entry.cause(), c -> new ArrayList<>()).add(entry);
        }
        if (entry.isReversal()) {
            reversed.add(entry.reverses());
        }
    }

    @Override
    public Stream<Entry> stream() {
        return byId.values().stream();
    }
}
