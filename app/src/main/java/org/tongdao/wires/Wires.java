package org.tongdao.wires;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongdao.platform.FolderWire;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.WorkStopped;

/**
 * Moves what waits. Wires that {@code wires.csv} does not name go by folder; over HTTP and AMQP, what comes in is put into the same incoming folder, where the
 * features take it from, before the far side is told that it arrived.
 */
@Component
public class Wires {

    private final FolderWire folders;
    private final Posting posting;
    private final WireFile file;
    private final Map<WireFile.Wire, Carrier> carriers = new HashMap<>();
    private Map<WireFile.Wire, WireFile.Way> ways = Map.of();
    private long readFrom = -1;

    Wires(FolderWire folders, Posting posting, PlatformSettings settings) {
        this.folders = folders;
        this.posting = posting;
        this.file = new WireFile(settings.home());
    }

    /** Sends what waits on these wires of the current tenant, in order on each; a wire that fails does not hold the others. Returns how many messages. */
    public synchronized int send(List<String> wires) {
        refresh();
        int sent = folders.send(
                wires.stream().filter(wire -> way(wire).kind().equals("folder")).toList());
        WorkStopped failure = null;
        for (var wire : wires) {
            try {
                sent += way(wire).kind().equals("folder") ? 0 : posting.send(wire, carrier(wire));
            } catch (IOException e) {
                failure = failed(wire, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return sent;
    }

    /** Brings what waits for us at the far sides into the incoming folders; returns how many messages. */
    public synchronized int fetch(List<String> wires) {
        refresh();
        int fetched = 0;
        WorkStopped failure = null;
        for (var wire : wires) {
            try {
                fetched += way(wire).kind().equals("folder") ? 0 : fetch(wire);
            } catch (IOException e) {
                failure = failed(wire, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return fetched;
    }

    private int fetch(String wire) throws IOException {
        var carrier = carrier(wire);
        int fetched = 0;
        for (var next = carrier.next(); next.isPresent(); next = carrier.next()) {
            var message = next.get();
            var name = message.key();
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,200}")) {
                throw new IOException("a message came with the key '" + name + "', which is no file name");
            }
            FolderWire.writeWhole(folders.in(wire).resolve(name), message.payload());
            message.acknowledge();
            fetched++;
        }
        return fetched;
    }

    private WireFile.Way way(String wire) {
        return ways.getOrDefault(key(wire), new WireFile.Way("folder", "", ""));
    }

    private Carrier carrier(String wire) throws IOException {
        var key = key(wire);
        var known = carriers.get(key);
        if (known == null) {
            known = file.carrier(key, way(wire));
            carriers.put(key, known);
        }
        return known;
    }

    private static WireFile.Wire key(String wire) {
        return new WireFile.Wire(Tenancy.current(), wire);
    }

    /** The list is read again when its file changes. */
    private void refresh() {
        long changed = changed();
        if (changed != readFrom) {
            ways = file.read();
            readFrom = changed;
            carriers.values().forEach(Carrier::close);
            carriers.clear();
        }
    }

    private long changed() {
        try {
            return Files.exists(file.path())
                    ? Files.getLastModifiedTime(file.path()).toMillis()
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static WorkStopped failed(String wire, IOException e) {
        return new WorkStopped(
                "WIRE-FAILED",
                wire + ": " + e.getClass().getSimpleName() + " " + e.getMessage(),
                "what waits stays in the outbox and is sent again, byte by byte the same",
                e);
    }

    @PreDestroy
    synchronized void close() {
        carriers.values().forEach(Carrier::close);
    }
}
