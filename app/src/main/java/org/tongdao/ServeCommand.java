package org.tongdao;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.tongdao.journey.Pulse;
import org.tongdao.journey.PulseRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao serve}: the console in a browser, until it is stopped. */
@Command(name = "serve", description = "open the console in a browser", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--port", description = "port to listen on (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(
            names = "--emulate",
            description = "play customs, railway and carrier too, on a clock that hurries: for training and trying out")
    private boolean emulate;

    @Option(
            names = "--hurry",
            paramLabel = "N",
            description = "with --emulate: seconds of emulated time per second (default: ${DEFAULT-VALUE})")
    private int hurry = 3600;

    @Option(names = "--seed", description = "with --emulate: seed of all chance (default: ${DEFAULT-VALUE})")
    private long seed = 11;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (hurry < 1 && spec != null) {
            throw new ParameterException(spec.commandLine(), "--hurry is " + hurry + ". Maybe 1 or more.");
        }
        var closed = new CountDownLatch(1);
        var context = installation.open(WebApplicationType.SERVLET, "--server.port=" + port);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        var real = PulseRequest.real();
        context.getBean(Pulse.class).begin(emulate ? new PulseRequest(Duration.ofSeconds(1), true, hurry, seed) : real);
        if (emulate) {
            System.out.println("Customs, railway and carrier are EMULATED; " + hurry
                    + " s pass in one while something is under way");
        }
        System.out.println("Tongdao is open at http://localhost:" + port + "  (Ctrl-C stops it)");
        closed.await();
        return 0;
    }
}
