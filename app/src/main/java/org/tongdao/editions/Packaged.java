package org.tongdao.editions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The lists as they came with the program; commands that run without a database go by them. */
public final class Packaged {

    private static final Map<String, Edition> READ = new ConcurrentHashMap<>();

    private Packaged() {}

    public static Edition get(String list) {
        return READ.computeIfAbsent(list, Packaged::read);
    }

    /** This edition among the other lists as they came with the program. */
    public static Function<String, Edition> beside(Edition edition) {
        return list -> list.equals(edition.list()) ? edition : get(list);
    }

    private static Edition read(String list) {
        try (var in = Packaged.class.getResourceAsStream("/data/" + list)) {
            if (in == null) {
                throw new IllegalStateException("data/" + list + " is missing from the application");
            }
            return new Edition(list, 0, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("data/" + list, e);
        }
    }
}
