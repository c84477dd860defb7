package org.tongdao.printing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A printer in the network: takes what is sent to its port and keeps it as a page. */
public final class PaperTray implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> pages = new CopyOnWriteArrayList<>();

    public PaperTray() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::run, "paper tray");
        thread.setDaemon(true);
        thread.start();
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The pages, once this many have come out; fewer when they do not come within half a minute. */
    public List<String> pages(int expected) throws InterruptedException {
        for (int i = 0; i < 300 && pages.size() < expected; i++) {
            Thread.sleep(100);
        }
        return List.copyOf(pages);
    }

    private void run() {
        while (!socket.isClosed()) {
            try (var line = socket.accept()) {
                pages.add(new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
