package org.tongdao.wires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real RabbitMQ. */
class AmqpCarrierTest {

    @TempDir
    Path folder;

    private Broker broker;

    @BeforeEach
    void aBroker() throws Exception {
        broker = Broker.start(folder);
    }

    @AfterEach
    void noBroker() throws Exception {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void aMessageSurvivesTheBrokersDeathAndARetryIsTheSame() throws Exception {
        try (var carrier = new AmqpCarrier(broker.address(), "tongdao.1.customs")) {
            carrier.deliver("a.xml", bytes("<通道/>"));
            broker.kill();
            assertThatThrownBy(() -> carrier.deliver("b.xml", bytes("two"))).isInstanceOf(IOException.class);
            broker.startAgain();
            carrier.deliver("b.xml", bytes("two"));
            try (var far = connection()) {
                var first = far.createChannel().basicGet("tongdao.1.customs.out", true);
                var second = far.createChannel().basicGet("tongdao.1.customs.out", true);
                assertThat(first.getProps().getMessageId()).isEqualTo("a.xml");
                assertThat(first.getBody()).isEqualTo(bytes("<通道/>"));
                assertThat(first.getProps().getDeliveryMode()).isEqualTo(2);
                assertThat(second.getProps().getMessageId()).isEqualTo("b.xml");
            }
        }
    }

    @Test
    void anAnswerIsOfferedAgainUntilItIsAcknowledged() throws Exception {
        try (var carrier = new AmqpCarrier(broker.address(), "tongdao.1.rail")) {
            assertThat(carrier.next()).isEmpty();
            try (var far = connection()) {
                answer(far.createChannel(), "r.json", "{}");
            }
            assertThat(carrier.next().orElseThrow().key()).isEqualTo("r.json");
            carrier.close(); // not acknowledged
            var again = carrier.next().orElseThrow();
            assertThat(again.payload()).isEqualTo(bytes("{}"));
            again.acknowledge();
            carrier.close();
            assertThat(carrier.next()).isEmpty();
        }
    }

    @Test
    void aBrokerThatIsNotThereIsAFailureAndNoHang() throws Exception {
        try (var carrier = new AmqpCarrier(URI.create("amqp://guest:guest@127.0.0.1:1"), "x")) {
            assertThatThrownBy(() -> carrier.deliver("a", bytes("1"))).isInstanceOf(IOException.class);
            assertThatThrownBy(carrier::next).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> new AmqpCarrier(URI.create("http://127.0.0.1"), "x"))
                .isInstanceOf(IOException.class);
    }

    private com.rabbitmq.client.Connection connection() throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(broker.address());
        return factory.newConnection();
    }

    private static void answer(Channel channel, String key, String text) throws IOException {
        channel.basicPublish(
                "",
                "tongdao.1.rail.in",
                new AMQP.BasicProperties.Builder()
                        .messageId(key)
                        .deliveryMode(2)
                        .build(),
                bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
