package org.tongdao.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tongdao.routing.Network;
import org.tongdao.routing.NetworkFolder;

/** The corridor that comes with the program, data/network; most figures are assumptions, marked in the files. */
final class ShippedNetwork {

    private ShippedNetwork() {}

    static Network read() {
        var read = NetworkFolder.read(ShippedNetwork::text);
        if (!read.sound()) {
            throw new IllegalStateException("data/network is broken: " + read.findings());
        }
        return read.network();
    }

    private static Optional<String> text(String file) {
        try (var in = ShippedNetwork.class.getResourceAsStream("/data/network/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
