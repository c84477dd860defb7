package org.tongdao;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** The options that say where an installation lives, shared by the commands that open it. */
public final class Installation {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "folder of database, wires and keys (default: ${DEFAULT-VALUE})")
    private Path home = Path.of("var");

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "use this PostgreSQL (jdbc:postgresql://…, owner rights) instead of the embedded one")
    private String db = "";

    /** Opens the application on this installation; the caller closes it. */
    public ConfigurableApplicationContext open(WebApplicationType web, String... settings) {
        var arguments = new ArrayList<>(List.of("--tongdao.home=" + home.toAbsolutePath(), "--tongdao.db=" + db));
        arguments.addAll(List.of(settings));
        return new SpringApplicationBuilder(TongdaoApplication.class)
                .web(web)
                .lazyInitialization(web == WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }
}
