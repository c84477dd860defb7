package org.tongdao.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that speaks enough SMTP to take letters and keeps them as they came. */
final class MailBox implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> letters = new CopyOnWriteArrayList<>();

    MailBox() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::run, "mail box");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The letters, once this many have come; fewer when they do not come within half a minute. */
    List<String> letters(int expected) throws InterruptedException {
        for (int i = 0; i < 300 && letters.size() < expected; i++) {
            Thread.sleep(100);
        }
        return List.copyOf(letters);
    }

    private void run() {
        while (!socket.isClosed()) {
            try (var line = socket.accept()) {
                talk(line);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket line) throws IOException {
        var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        say(line, "220 box");
        for (String said = in.readLine(); said != null; said = in.readLine()) {
            if (said.equals("DATA")) {
                say(line, "354 go on");
                letters.add(letter(in));
                say(line, "250 kept");
            } else if (said.equals("QUIT")) {
                say(line, "221 bye");
                return;
            } else {
                say(line, "250 ok");
            }
        }
    }

    private static String letter(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (String row = in.readLine(); row != null && !row.equals("."); row = in.readLine()) {
            text.append(row).append('\n');
        }
        return text.toString();
    }

    private static void say(Socket line, String text) throws IOException {
        line.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
