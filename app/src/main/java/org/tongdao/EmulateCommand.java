package org.tongdao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongdao.customs.SoftKey;
import org.tongdao.emulator.Emulation;
import org.tongdao.emulator.HttpGate;
import org.tongdao.emulator.Scenario;
import org.tongdao.emulator.SmartKeyServer;
import org.tongdao.emulator.WireName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao emulate}: customs, railway, warehouse and carrier as a process of their own, over the wire folders. */
@Command(
        name = "emulate",
        description = "play customs, railway and carrier over the wire folders",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Answers what lies in WIRE/<wire>/out into WIRE/<wire>/in until it is stopped.",
            "It keeps nothing but these files: started again with the same seed and scenario",
            "it repeats nothing and misses nothing."
        })
final class EmulateCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            defaultValue = "var/wire/1",
            paramLabel = "WIRE",
            description = "wire folder of a tenant (default: ${DEFAULT-VALUE})")
    private Path wire = Path.of("var/wire/1");

    @Option(names = "--seed", description = "seed of all chance (default: the scenario's, else 1)")
    private @Nullable Long seed;

    @Option(
            names = "--scenario",
            description = "JSON file that says how the far sides behave (docs/formats/emulator.md)")
    private @Nullable Path scenario;

    @Option(
            names = "--at",
            description = "deliver what is due up to this instant (ISO, UTC), print when more is due, and end")
    private @Nullable Instant at;

    @Option(names = "--hurry", description = "play time this many times faster from now on (default: ${DEFAULT-VALUE})")
    private int hurry = 1;

    @Option(names = "--json", description = "with --at: print one JSON object")
    private boolean json;

    @Option(
            names = "--http",
            paramLabel = "PORT",
            description = "also take and give messages over HTTP on this port of 127.0.0.1 (docs/formats/wires.md)")
    private @Nullable Integer http;

    @Option(
            names = "--smart-key",
            paramLabel = "PORT",
            description = "also play a smart key and its client program on this port (PIN 88888888)")
    private @Nullable Integer smartKey;

    @Override
    public Integer call() throws InterruptedException {
        if (hurry < 1) {
            throw wrong("--hurry is " + hurry + ". Maybe 1 or more.");
        }
        var emulation = Emulation.of(wire, chosen());
        return at == null ? play(emulation) : once(emulation, at);
    }

    private Scenario chosen() {
        try {
            var base = scenario == null ? Scenario.asInLife(1) : Scenario.read(scenario);
            return seed == null ? base : base.withSeed(seed);
        } catch (IllegalArgumentException e) {
            throw wrong(scenario + ": " + e.getMessage());
        } catch (IOException e) {
            throw wrong("the scenario " + scenario + " cannot be read. Maybe the path is wrong.");
        }
    }

    private int once(Emulation emulation, Instant now) {
        var before = incoming();
        var next = emulation.deliver(now);
        var fresh = fresh(before);
        System.out.println(
                json
                        ? "{\"delivered\":" + fresh.size() + ",\"nextDue\":"
                                + next.map(n -> '"' + n.toString() + '"').orElse("null") + "}"
                        : told(fresh, next));
        var strangers = strangers();
        if (!json && !strangers.isEmpty()) {
            System.out.println(told(strangers));
        }
        return 0;
    }

    private int play(Emulation emulation) throws InterruptedException {
        var clock = Clock.systemUTC();
        var start = clock.instant();
        if (http != null) {
            System.out.println("HTTP gate at http://127.0.0.1:" + new HttpGate(http, wire).port() + "/customs");
        }
        if (smartKey != null) {
            var card = SoftKey.create(Instant.parse("2020-01-01T00:00:00Z"), new SecureRandom());
            System.out.println("Smart key at ws://127.0.0.1:" + new SmartKeyServer(smartKey, card, "88888888").port());
        }
        System.out.println("The far sides are at work over " + wire + "  (Ctrl-C stops them)");
        var named = new TreeSet<String>();
        while (true) {
            var passed = Duration.between(start, clock.instant()).multipliedBy(hurry);
            var before = incoming();
            var next = emulation.deliver(start.plus(passed));
            var fresh = fresh(before);
            if (!fresh.isEmpty()) {
                System.out.println(told(fresh, next));
            }
            var strangers = strangers();
            if (named.addAll(strangers)) {
                System.out.println(told(strangers));
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static String told(Set<String> fresh, Optional<Instant> next) {
        var files = fresh.stream().map(name -> "\n  " + name).collect(Collectors.joining());
        return fresh.size() + " delivered" + next.map(n -> ", next due " + n).orElse(", nothing more due") + files;
    }

    private Set<String> fresh(Set<String> before) {
        var now = incoming();
        now.removeAll(before);
        return now;
    }

    /** Files that nobody answers, because their name does not say when they were sent. */
    private List<String> strangers() {
        return lying("out").stream()
                .filter(n -> WireName.parse(n.substring(n.lastIndexOf('/') + 1)).isEmpty())
                .toList();
    }

    private static String told(List<String> strangers) {
        return "not answered, since the name is not <yyyyMMddTHHmmssSSSZ>_<type>_<key>.xml:\n  "
                + String.join("\n  ", strangers);
    }

    private Set<String> incoming() {
        return lying("in");
    }

    private Set<String> lying(String side) {
        var names = new TreeSet<String>();
        for (var name : new String[] {"customs", "rail", "carrier"}) {
            var folder = wire.resolve(name).resolve(side);
            try (var files = Files.list(folder)) {
                files.filter(f -> !f.getFileName().toString().startsWith("."))
                        .forEach(f -> names.add(name + "/" + side + "/" + f.getFileName()));
            } catch (IOException e) {
                throw wrong("the folder " + folder + " cannot be listed. Maybe another user owns it.");
            }
        }
        return names;
    }

    private ParameterException wrong(String why) {
        if (spec == null) {
            throw new IllegalStateException(why);
        }
        return new ParameterException(spec.commandLine(), why);
    }
}
