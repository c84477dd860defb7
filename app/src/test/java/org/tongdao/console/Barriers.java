package org.tongdao.console;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What keeps people out of a page, by axe-core: contrast, names of fields, order of headings, keyboard. Serious and critical findings only. */
final class Barriers {

    private static final Path AXE = Path.of("src", "main", "web", "node_modules", "axe-core", "axe.min.js");
    private static final String FIND =
            "async () => (await axe.run(document, {preload: false, resultTypes: ['violations'],"
                    + " runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],"
                    // a bar of the yard's board shows as much of the train's number as it has room for; its name has
                    // all of it
                    + " rules: {'label-content-name-mismatch': {enabled: false}}})).violations"
                    + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                    + ".flatMap(v => v.nodes.map(n => v.id + ' ' + n.target.join(' ') + ': ' + n.failureSummary.replace(/\\s+/g, ' ')))";

    private Barriers() {}

    /** One line each: rule, element, what to do. */
    @SuppressWarnings("unchecked")
    static List<String> of(Page page) {
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (List<String>) page.evaluate(FIND);
    }
}
