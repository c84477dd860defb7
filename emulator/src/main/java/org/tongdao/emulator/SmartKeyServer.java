package org.tongdao.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongdao.customs.Signer;

/** Plays the client program of a smart key on this machine's own address, until it is closed. */
public final class SmartKeyServer implements AutoCloseable {

    private final ServerSocket server;
    private final SmartKeyAnswers answers;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unplugAfter = new AtomicInteger(Integer.MAX_VALUE);

    /**
     * Begins to listen.
     *
     * @param port 0: any free one
     * @param key what the card holds
     * @param pin of the card
     */
    public SmartKeyServer(int port, Signer key, String pin) {
        try {
            this.server = new ServerSocket(port, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be used. Maybe another program listens there.", e);
        }
        this.answers = new SmartKeyAnswers(key, pin);
        thread("smart-key", this::listen);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many signatures the card has made. */
    public int signatures() {
        return answers.signatures();
    }

    public void unplug() {
        answers.plugged(false);
    }

    public void plug() {
        unplugAfter.set(Integer.MAX_VALUE);
        answers.plugged(true);
    }

    /** The key leaves its slot by itself after so many more signatures. */
    public void unplugAfter(int more) {
        unplugAfter.set(answers.signatures() + more);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                if (server.isClosed()) { // a caller can still get through while close() wakes this thread
                    socket.close();
                    return;
                }
                thread("smart-key-client", () -> talk(socket));
            } catch (SocketException e) {
                return; // closed
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var line = WebSocketLine.accept(socket);
            line.send(SmartKeyAnswers.GREETING);
            for (var text = line.read(); text.isPresent(); text = line.read()) {
                if (answers.signatures() >= unplugAfter.get()) {
                    unplug();
                }
                line.send(answers.to(text.get()));
            }
        } catch (IOException e) {
            // the client went away
        } finally {
            open.remove(socket);
        }
    }

    private static void thread(String name, Runnable work) {
        var made = new Thread(work, name);
        made.setDaemon(true);
        made.start();
    }
}
