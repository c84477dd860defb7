package org.tongdao.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.tongdao.yard.DayImprover;

/** Solvers of others that are not part of the product: the jars of {@code FOLDER/NAME}, loaded only when somebody asks for that name. */
record Improvers(Path folder) {

    /** Empty when the folder has none of that name. The jars stay open as long as the program runs: native code is behind them. */
    Optional<DayImprover> find(String name) {
        var jars = name.matches("[a-z0-9-]+") ? jars(folder.resolve(name)) : List.<URL>of();
        if (jars.isEmpty()) {
            return Optional.empty();
        }
        var loader = new URLClassLoader(jars.toArray(URL[]::new), DayImprover.class.getClassLoader());
        return StreamSupport.stream(
                        ServiceLoader.load(DayImprover.class, loader).spliterator(), false)
                .filter(i -> i.name().equals(name))
                .findFirst();
    }

    private static List<URL> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jar"))
                    .sorted()
                    .map(Improvers::url)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
