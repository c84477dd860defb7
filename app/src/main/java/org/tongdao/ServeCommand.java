package org.tongdao;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bin/tongdao serve}: the console in a browser, until it is stopped. */
@Command(name = "serve", description = "open the console in a browser", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--port", description = "port to listen on (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Override
    public Integer call() throws InterruptedException {
        var closed = new CountDownLatch(1);
        var context = installation.open(WebApplicationType.SERVLET, "--server.port=" + port);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
        System.out.println("Tongdao is open at http://localhost:" + port + "  (Ctrl-C stops it)");
        closed.await();
        return 0;
    }
}
