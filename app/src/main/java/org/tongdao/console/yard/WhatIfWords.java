package org.tongdao.console.yard;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.tongdao.port.PortWords;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardResource;

/** Says changes such as {@code crane=+2,trains=+20%} in the reader's language. */
public final class WhatIfWords {

    private final MessageSource messages;
    private final Locale language;

    WhatIfWords(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    public String changes(String changes) {
        return Arrays.stream(changes.split(","))
                .filter(c -> !c.isEmpty())
                .map(this::change)
                .collect(Collectors.joining(language.getLanguage().equals("zh") ? "，" : ", "));
    }

    private String change(String change) {
        int at = change.indexOf('=');
        if (at < 0) {
            return change;
        }
        var key = change.substring(0, at);
        var value = change.substring(at + 1);
        var words = PortWords.of(language);
        if (key.equals("mode")) {
            return Arrays.stream(YardMode.values())
                    .filter(m -> m.name().equalsIgnoreCase(value))
                    .map(words::mode)
                    .findFirst()
                    .orElse(value);
        }
        return name(key) + " " + value;
    }

    /** What a key changes. */
    public String name(String key) {
        for (var resource : YardResource.values()) {
            if (resource.name().toLowerCase(Locale.ROOT).equals(key)) {
                return PortWords.of(language).resource(resource);
            }
        }
        var said = messages.getMessage("whatif.key." + key, null, key, language);
        return said == null ? key : said;
    }

    /** A measure by its name in the answer. */
    public String measure(String name) {
        var said = messages.getMessage("whatif.measure." + name.replace(' ', '-'), null, name, language);
        return said == null ? name : said;
    }
}
