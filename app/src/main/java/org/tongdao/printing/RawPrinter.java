package org.tongdao.printing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.tongdao.printing.Handover.Outcome;

/** A printer that prints what is sent to its port (raw printing, port 9100). It says nothing back; what it took counts as printed. */
final class RawPrinter {

    private static final int CONNECT_MS = 3_000;
    private static final int LINGER_S = 5;
    private static final int PAGE_S = 30;

    /** How a try ended, and why if badly. */
    record Tried(Outcome outcome, String why) {}

    private RawPrinter() {}

    static Tried print(String host, int port, byte[] page) {
        return print(host, port, page, CONNECT_MS);
    }

    static Tried print(String host, int port, byte[] page, int connectMs) {
        try (var socket = new Socket()) {
            try {
                socket.connect(new InetSocketAddress(host, port), connectMs);
            } catch (IOException e) {
                return new Tried(Outcome.NOTHING_SENT, host + ":" + port + " does not answer");
            }
            socket.setSoLinger(true, LINGER_S);
            send(socket, page);
            return new Tried(Outcome.PRINTED, "");
        } catch (IOException e) {
            return new Tried(
                    Outcome.UNSURE,
                    host + ":" + port + " broke off: " + e.getClass().getSimpleName());
        }
    }

    /** A printer that takes the line but not the page is hung up on: a socket that writes knows no time-out of its own. */
    private static void send(Socket socket, byte[] page) throws IOException {
        var hangUp = CompletableFuture.runAsync(
                () -> close(socket), CompletableFuture.delayedExecutor(PAGE_S, TimeUnit.SECONDS));
        try {
            socket.getOutputStream().write(page);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
        } finally {
            hangUp.cancel(false);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // the writer learns it by its own exception
        }
    }
}
