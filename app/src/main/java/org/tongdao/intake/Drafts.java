package org.tongdao.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.customs.TariffLine;
import org.tongdao.editions.Editions;
import org.tongdao.editions.InForce;
import org.tongdao.intake.mapping.Column;
import org.tongdao.intake.mapping.HeaderWords;
import org.tongdao.intake.mapping.Layout;
import org.tongdao.intake.mapping.Mapping;
import org.tongdao.intake.mapping.MappingJson;
import org.tongdao.intake.reading.OpenedFile;
import org.tongdao.intake.reading.OrderFile;
import org.tongdao.intake.rules.Knowledge;
import org.tongdao.terms.HsCode;
import org.tongdao.terms.Place;

/** Files on their way in, step by step: opened, columns said, tried, corrected, tried again, taken in. */
@Service
@Transactional
public class Drafts {

    private static final int SAMPLE = 3;

    private final DraftStore store;
    private final Intake intake;
    private final TransactionTemplate transaction;
    private final InForce<HeaderWords> words;
    private final InForce<Knowledge> knowledge;

    Drafts(DraftStore store, Intake intake, Editions editions, PlatformTransactionManager manager) {
        this.words = editions.read(HeaderWords.LIST, HeaderWords::of);
        this.knowledge = editions.read(Knowledge.LISTS, Knowledge::of);
        this.store = store;
        this.intake = intake;
        this.transaction = new TransactionTemplate(manager);
    }

    /** Keeps a file as it came. */
    public long open(String merchant, String fileName, byte[] content, String actor) {
        return store.open(merchant, fileName, content, actor);
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(long id) {
        return store.find(id);
    }

    /** The latest that were not taken in. */
    @Transactional(readOnly = true)
    public List<Draft> open() {
        return store.open();
    }

    /** How the file is read and where each column of ours stands in it. */
    @Transactional(readOnly = true)
    public Draft.Reading read(Draft draft) {
        return onFile(draft, file -> {
            var opened = OrderFile.open(file);
            if (opened instanceof OpenedFile.Refused no) {
                return new Draft.Reading("", "", "", List.of(), List.of(), List.of(), false, Optional.of(no.why()));
            }
            var readable = (OpenedFile.Readable) opened;
            try (var rows = readable.rows()) {
                var sample = new ArrayList<List<String>>();
                while (rows.hasNext() && sample.size() < SAMPLE) {
                    sample.add(rows.next().cells());
                }
                return reading(draft, readable, sample);
            }
        });
    }

    private Draft.Reading reading(Draft draft, OpenedFile.Readable file, List<List<String>> sample) {
        var said = store.mapping(draft.id()).map(text -> MappingJson.parse(text, Place.of("mapping")));
        var kept = intake.kept(draft.merchant(), file.header());
        var mapping = said.orElse(kept);
        var layout = Layout.of(file, mapping, words.get(), Place.of(draft.fileName()));
        var columns = Arrays.stream(Column.values())
                .map(c -> new Draft.ColumnChoice(
                        c.key(),
                        c.isRequired(),
                        layout.has(c) ? layout.label(c) : "",
                        mapping.defaults().getOrDefault(c, mapping.templates().getOrDefault(c, ""))))
                .toList();
        var traits = file.traits();
        return new Draft.Reading(
                traits.format(),
                traits.charset(),
                traits.format().equals("CSV") ? String.valueOf(traits.separator()) : "",
                layout.header(),
                sample,
                columns,
                said.isEmpty() && !kept.isNone(),
                Optional.empty());
    }

    /** Says where the columns are: headers and texts for every row by our column; what the kept mapping knows besides stays. */
    public void map(Draft draft, Map<String, String> headers, Map<String, String> fixed, String actor) {
        var columns = columns(headers);
        var defaults = columns(fixed);
        var name = draft.merchant() + ", " + actor;
        var before = store.mapping(draft.id())
                .map(text -> MappingJson.parse(text, Place.of("mapping")))
                .orElse(Mapping.NONE);
        var mapping = new Mapping(
                name,
                columns,
                defaults,
                before.templates(),
                before.countryDefaults(),
                before.skuDefaults(),
                before.countries(),
                before.emptyValues(),
                before.style(),
                before.partialOrders());
        store.map(draft.id(), MappingJson.write(mapping), actor);
    }

    private static Map<Column, String> columns(Map<String, String> said) {
        var columns = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
            String text = said.getOrDefault(column.key(), "").strip();
            if (!text.isEmpty()) {
                columns.put(column, text);
            }
        }
        return columns;
    }

    /** Corrects one cell, or with line 0 every cell of the column that has this value. */
    public void fix(Draft draft, long line, int column, String was, String becomes, String actor) {
        store.fix(draft.id(), line, column, new String[] {was, becomes.strip()}, actor);
    }

    /** Does everything that taking it in does, looks at it and undoes it; returns the id of the trial. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public long attempt(Draft draft, IntConsumer progress) {
        long began = System.nanoTime();
        long lastFix = apart(() -> store.lastFix(draft.id()));
        var tried = take(draft, true, progress);
        long millis = (System.nanoTime() - began) / 1_000_000;
        return apart(() -> store.keep(draft.id(), tried, lastFix, millis));
    }

    /** Takes it in. Again: the same answer. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public BatchReport commit(Draft draft, String actor, IntConsumer progress) {
        var report = take(draft, false, progress).report();
        if (!report.refused()) {
            apart(() -> {
                if (store.find(draft.id()).filter(Draft::isTaken).isEmpty()) {
                    store.taken(draft.id(), report.batchId(), actor);
                }
                return report.batchId();
            });
        }
        return report;
    }

    private <T> T apart(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(t -> work.get()));
    }

    private Tried take(Draft draft, boolean dry, IntConsumer progress) {
        var fixes = apart(() -> store.fixes(draft.id()));
        var given = apart(() -> store.mapping(draft.id())).map(text -> MappingJson.parse(text, Place.of("mapping")));
        byte[] content = apart(() -> store.content(draft.id()));
        return onFile(
                draft.fileName(),
                content,
                file -> intake.take(new Intake.Job(file, draft.merchant(), given, fixes, dry, progress)));
    }

    @Transactional(readOnly = true)
    public Optional<Draft.Trial> trial(long id) {
        return store.trial(id);
    }

    @Transactional(readOnly = true)
    public List<RuleCount> rules(long trial) {
        return store.rules(trial);
    }

    @Transactional(readOnly = true)
    public List<Draft.Row> page(Draft.Trial trial, String rule, long after, int count) {
        return store.page(trial, rule, after, count);
    }

    /** Lines of the nomenclature whose words the text holds, best first; a text of digits is the beginning of a code. */
    public List<TariffLine> suggest(String text, int count) {
        String digits = text.strip().replace(".", "");
        if (digits.matches("\\d+")) {
            return under(digits, count);
        }
        var found = knowledge.get().tariff().search(text, count);
        return found.isEmpty() ? knowledge.get().tariff().listTyped(text, count) : found;
    }

    private List<TariffLine> under(String digits, int count) {
        String even = digits.length() % 2 == 0 ? digits : digits.substring(0, digits.length() - 1);
        if (!HsCode.isShaped(even)) {
            return List.of();
        }
        return knowledge.get().tariff().listUnder(new HsCode(even)).stream()
                .filter(line -> line.code().value().startsWith(digits))
                .limit(count)
                .toList();
    }

    private <T> T onFile(Draft draft, Function<Path, T> work) {
        return onFile(draft.fileName(), store.content(draft.id()), work);
    }

    private static <T> T onFile(String name, byte[] content, Function<Path, T> work) {
        try {
            Path folder = Files.createTempDirectory("draft");
            Path file = Files.write(folder.resolve(name), content);
            try {
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep the draft for reading", e);
        }
    }
}
