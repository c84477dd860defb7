package org.tongdao.emulator;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** The server's side of a WebSocket (RFC 6455): handshake, text frames, ping and close; enough for one client that asks and waits. */
final class WebSocketLine {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LONGEST = 1 << 20;

    private final DataInputStream in;
    private final OutputStream out;

    private WebSocketLine(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    static WebSocketLine accept(Socket socket) throws IOException {
        var in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
        var key = "";
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                key = line.substring(18).strip();
            }
        }
        if (key.isEmpty()) {
            throw new IOException("not a WebSocket handshake");
        }
        var head =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + accepted(key) + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return new WebSocketLine(in, socket.getOutputStream());
    }

    /** The next text, whole; empty when the client closed. */
    Optional<String> read() throws IOException {
        var text = new java.io.ByteArrayOutputStream();
        while (true) {
            int first = in.read();
            if (first < 0) {
                return Optional.empty();
            }
            byte[] payload = payload();
            switch (first & 0x0F) {
                case CLOSE -> {
                    frame(CLOSE, payload);
                    return Optional.empty();
                }
                case PING -> frame(PONG, payload);
                case PONG -> {
                    // an answer to nothing
                }
                default -> text.write(payload);
            }
            boolean data = (first & 0x0F) <= 2;
            if (data && (first & 0x80) != 0) {
                return Optional.of(text.toString(StandardCharsets.UTF_8));
            }
        }
    }

    void send(String text) throws IOException {
        frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] payload() throws IOException {
        int second = in.readUnsignedByte();
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        if (length < 0 || length > LONGEST || (second & 0x80) == 0) {
            throw new IOException("a frame that is too long or not masked");
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes((int) length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private void frame(int kind, byte[] payload) throws IOException {
        var frame = new java.io.ByteArrayOutputStream();
        frame.write(0x80 | kind);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 65_536) {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(127);
            frame.write(java.nio.ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        frame.write(payload);
        out.write(frame.toByteArray());
        out.flush();
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > 8192) {
                throw new IOException("not a WebSocket handshake");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String accepted(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-1", e);
        }
    }
}
