package org.tongdao.printing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A printer whose line is full: whoever calls waits, until it is closed. */
final class DeadPrinter implements AutoCloseable {

    private final ServerSocket socket;
    private final List<SocketChannel> callers = new ArrayList<>();

    DeadPrinter() throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        boolean open = true;
        for (int i = 0; i < 20 && open; i++) {
            open = call();
        }
        if (open) {
            throw new SocketTimeoutException("the line does not fill up");
        }
    }

    /** Whether a caller still gets through. */
    private boolean call() throws IOException {
        var caller = SocketChannel.open();
        callers.add(caller);
        try {
            caller.socket().connect(new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()), 300);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var caller : callers) {
            caller.close();
        }
    }
}
