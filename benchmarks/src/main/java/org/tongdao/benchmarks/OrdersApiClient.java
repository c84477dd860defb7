package org.tongdao.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A shop on a kept connection, as thin as can be: what is measured is the server. */
final class OrdersApiClient implements OrdersApiBenchmark.Work {

    private static final String ORDER = """
            {"platform":"Taobao","orderNo":"B-%d","paymentNo":"P-%d","orderedAt":"2026-10-30T10:00:00+08:00","currency":"CNY",
             "consignee":{"name":"Айгүл Смағұлова","phone":"+7 701 234 56 78","country":"KZ","city":"Алматы","address":"ул. Абая 10, кв. 25","postcode":"050000"},
             "lines":[{"sku":"A-1","nameZh":"棉袜","nameEn":"cotton socks","hs":"6115950099","quantity":2,"unit":"双","unitPrice":"9.90","netG":120,
             "grossG":150,"lengthMm":200,"widthMm":120,"heightMm":40,"origin":"CN"}]}""";

    private final int port;
    private final String secret;
    private Connection to;

    OrdersApiClient(int port, String secret) throws IOException {
        this.port = port;
        this.secret = secret;
        to = Connection.to(port);
    }

    /** The server ends a connection after a hundred requests and says so; the next request takes a new one. */
    private record Connection(Socket socket, OutputStream out, InputStream in) {

        static Connection to(int port) throws IOException {
            var socket = new Socket("localhost", port);
            socket.setTcpNoDelay(true);
            return new Connection(
                    socket, socket.getOutputStream(), new BufferedInputStream(socket.getInputStream(), 8192));
        }
    }

    @Override
    public void one(long n) throws IOException {
        byte[] body = ORDER.formatted(n, n).getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + secret
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: k" + n + "\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        to.out().write(all);
        to.out().flush();
        var status = line();
        int length = -1;
        boolean chunked = false;
        boolean last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:");
            last |= lower.equals("connection: close");
        }
        if (chunked || length < 0) {
            throw new IOException("an answer of known length was expected: " + status);
        }
        var answer = new String(to.in().readNBytes(length), StandardCharsets.UTF_8);
        if (!status.contains(" 201")) {
            throw new IOException(status + " " + answer);
        }
        if (last) {
            close();
            to = Connection.to(port);
        }
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int c = to.in().read(); c != '\n'; c = to.in().read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        to.socket().close();
    }
}
