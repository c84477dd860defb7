package org.tongdao.console.lists;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tongdao.editions.EditableList;
import org.tongdao.editions.Edition;
import org.tongdao.editions.Editions;
import org.tongdao.editions.Packaged;
import org.tongdao.editions.Shelf;

/** All tables of data/, each in the edition in force. */
@Component
class CodeLists {

    private static final String ALL = "classpath*:/data/**/*.csv";
    private static final int VERSION_DIGITS = 8;

    private final Editions editions;
    private final Map<String, EditableList> editable;
    private volatile List<String> names = List.of();

    CodeLists(Editions editions, List<Shelf> shelves) {
        this.editions = editions;
        this.editable = shelves.stream()
                .flatMap(shelf -> shelf.lists().stream())
                .collect(Collectors.toUnmodifiableMap(EditableList::name, Function.identity()));
    }

    /** Those that can be brought first. */
    List<CodeList> list() {
        return names().stream()
                .sorted(Comparator.comparing(name -> !editable.containsKey(name)))
                .map(this::read)
                .toList();
    }

    Optional<CodeList> find(String name) {
        return names().contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /** How a new edition of it is read; empty for a list that comes with the program only. */
    Optional<EditableList> editable(String name) {
        return Optional.ofNullable(editable.get(name));
    }

    private List<String> names() {
        if (names.isEmpty()) {
            names = readNames();
        }
        return names;
    }

    private static List<String> readNames() {
        try {
            var found = new java.util.TreeSet<String>();
            for (var file : Arrays.asList(new PathMatchingResourcePatternResolver().getResources(ALL))) {
                found.add(file.getURL().toString().replaceFirst(".*/data/", ""));
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(ALL, e);
        }
    }

    private CodeList read(String name) {
        return read(
                editable.containsKey(name) ? editions.inForce(name) : Packaged.get(name), editable.containsKey(name));
    }

    private static CodeList read(Edition edition, boolean editable) {
        try (var csv = CsvReader.builder().ofCsvRecord(edition.text())) {
            var rows = csv.stream().map(CsvRecord::getFields).toList();
            var header = rows.isEmpty() ? List.<String>of() : rows.get(0);
            var whole = rows.stream()
                    .skip(1)
                    .filter(row -> row.size() == header.size())
                    .toList();
            return new CodeList(
                    edition.list(),
                    header,
                    whole,
                    edition.sha256().substring(0, VERSION_DIGITS),
                    new CodeList.Standing(edition.number(), editable));
        } catch (IOException e) {
            throw new UncheckedIOException(edition.list(), e);
        }
    }
}
