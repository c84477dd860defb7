package org.tongdao.console.frame;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** An address whose query is a filter: what is not given is left out. */
public final class Address {

    private final UriComponentsBuilder built;

    private Address(String path) {
        this.built = UriComponentsBuilder.fromPath(path);
    }

    public static Address of(String path) {
        return new Address(path);
    }

    public Address with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            built.queryParam(name, value.toString().strip());
        }
        return this;
    }

    @Override
    public String toString() {
        return built.encode().toUriString();
    }
}
