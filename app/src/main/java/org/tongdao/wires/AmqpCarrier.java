package org.tongdao.wires;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * AMQP 0-9-1 (RabbitMQ): messages out to the durable queue {@code NAME.out}, with the key as message id, persistent, confirmed by the broker; messages in from
 * {@code NAME.in}, acknowledged one by one. A message that nobody has a queue for counts as not delivered.
 */
final class AmqpCarrier implements Carrier {

    private static final int PERSISTENT = 2;
    private static final long CONFIRM_MILLIS = 30_000;

    private final ConnectionFactory factory = new ConnectionFactory();
    private final String name;
    private @Nullable Connection connection;
    private @Nullable Channel channel;
    private volatile boolean returned;

    /** @param address {@code amqp://user:password@host:port/vhost} or {@code amqps://…} */
    AmqpCarrier(URI address, String name) throws IOException {
        try {
            factory.setUri(address);
        } catch (java.net.URISyntaxException | java.security.GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("the address of the broker cannot be used: " + e.getMessage(), e);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(5_000);
        this.name = name;
    }

    @Override
    public void deliver(String key, byte[] payload) throws IOException {
        try {
            var open = open();
            returned = false;
            var properties = new AMQP.BasicProperties.Builder()
                    .messageId(key)
                    .deliveryMode(PERSISTENT)
                    .contentType(key.endsWith(".json") ? "application/json" : "application/xml")
                    .build();
            open.basicPublish("", name + ".out", true, properties, payload);
            open.waitForConfirmsOrDie(CONFIRM_MILLIS);
            if (returned) {
                throw new IOException("the broker has no queue " + name + ".out");
            }
        } catch (ShutdownSignalException e) {
            close();
            throw new IOException("the broker went away before it confirmed " + key, e);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            close();
            throw new IOException("the broker did not confirm " + key, e);
        }
    }

    @Override
    public Optional<Incoming> next() throws IOException {
        try {
            var open = open();
            var message = open.basicGet(name + ".in", false);
            return message == null ? Optional.empty() : Optional.of(new Waiting(open, message));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        } catch (TimeoutException e) {
            close();
            throw new IOException("the broker does not answer", e);
        }
    }

    private record Waiting(Channel channel, GetResponse message) implements Incoming {

        @Override
        public String key() {
            var id = message.getProps().getMessageId();
            return id == null ? "" : id;
        }

        @Override
        public byte[] payload() {
            return message.getBody();
        }

        @Override
        public void acknowledge() throws IOException {
            channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
        }
    }

    private Channel open() throws IOException, TimeoutException {
        var known = channel;
        if (known != null && known.isOpen()) {
            return known;
        }
        close();
        var line = factory.newConnection("tongdao " + name);
        connection = line;
        var fresh = line.createChannel();
        fresh.queueDeclare(name + ".out", true, false, false, null);
        fresh.queueDeclare(name + ".in", true, false, false, null);
        fresh.confirmSelect();
        fresh.addReturnListener(message -> returned = true);
        channel = fresh;
        return fresh;
    }

    @Override
    public void close() {
        var line = connection;
        connection = null;
        channel = null;
        if (line != null) {
            line.abort(1_000);
        }
    }
}
