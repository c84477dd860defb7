package org.tongdao.printing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.tongdao.printing.Handover.Outcome;

/** A printer that prints what is sent to its port (raw printing, port 9100). It says nothing back; what it took counts as printed. */
final class RawPrinter {

    private static final int CONNECT_MS = 3_000;
    private static final int LINGER_S = 5;

    /** How a try ended, and why if badly. */
    record Tried(Outcome outcome, String why) {}

    private RawPrinter() {}

    static Tried print(String host, int port, byte[] page) {
        try (var socket = new Socket()) {
            try {
                socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
            } catch (IOException e) {
                return new Tried(Outcome.NOTHING_SENT, host + ":" + port + " does not answer");
            }
            socket.setSoLinger(true, LINGER_S);
            socket.getOutputStream().write(page);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new Tried(Outcome.PRINTED, "");
        } catch (IOException e) {
            return new Tried(
                    Outcome.UNSURE,
                    host + ":" + port + " broke off: " + e.getClass().getSimpleName());
        }
    }
}
