package org.tongdao.intake.label;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The letters a label can be written in: Latin and Cyrillic always (the font inside PDFBox), Chinese when the system has a font for it. Loaded when first
 * used, since a Chinese font takes a second.
 */
final class LabelFonts {

    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final List<String> FOLDERS = List.of(
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            System.getProperty("user.home", "") + "/.fonts",
            System.getProperty("user.home", "") + "/.local/share/fonts",
            "/Library/Fonts",
            "/System/Library/Fonts",
            "C:\\Windows\\Fonts");
    private static final List<String> CHINESE = List.of(
            "NotoSansCJK-Regular.ttc",
            "NotoSansCJKsc-Regular.otf",
            "NotoSansSC-Regular.ttf",
            "NotoSansSC-Regular.otf",
            "SourceHanSansSC-Regular.otf",
            "SourceHanSansCN-Regular.otf",
            "wqy-zenhei.ttc",
            "wqy-microhei.ttc",
            "DroidSansFallbackFull.ttf",
            "DroidSansFallback.ttf",
            "msyh.ttc",
            "simsun.ttc",
            "PingFang.ttc",
            "STHeiti Light.ttc");
    private static final List<String> WIDE =
            List.of("DejaVuSans.ttf", "NotoSans-Regular.ttf", "arial.ttf", "Arial Unicode.ttf");

    private final List<GlyphSource> sources = new ArrayList<>();
    private final boolean chinese;

    private LabelFonts(List<File> folders) {
        try (var in = PDDocument.class.getResourceAsStream(LATIN)) {
            sources.add(GlyphSource.of(Objects.requireNonNull(in, LATIN)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        find(folders, WIDE).ifPresent(sources::add);
        var found = find(folders, CHINESE).filter(s -> s.has('中'));
        found.ifPresent(sources::add);
        chinese = found.isPresent();
    }

    static LabelFonts ofSystem() {
        return new LabelFonts(
                FOLDERS.stream().map(File::new).filter(File::isDirectory).toList());
    }

    /** Only the letters that are always there. */
    static LabelFonts bare() {
        return new LabelFonts(List.of());
    }

    boolean hasChinese() {
        return chinese;
    }

    /** The source of a letter; a letter that no font has becomes a question mark. */
    GlyphSource source(int codePoint) {
        for (var source : sources) {
            if (source.has(codePoint)) {
                return source;
            }
        }
        return sources.get(0);
    }

    int shown(int codePoint) {
        for (var source : sources) {
            if (source.has(codePoint)) {
                return codePoint;
            }
        }
        return '?';
    }

    private static Optional<GlyphSource> find(List<File> folders, List<String> names) {
        for (var name : names) {
            for (var folder : folders) {
                var file = find(folder, name, 4);
                if (file.isPresent()) {
                    var source = GlyphSource.find(file.get());
                    if (source.isPresent()) {
                        return source;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<File> find(File folder, String name, int depth) {
        var files = folder.listFiles();
        if (files == null || depth == 0) {
            return Optional.empty();
        }
        java.util.Arrays.sort(files);
        for (var file : files) {
            var found = file.isDirectory()
                    ? find(file, name, depth - 1)
                    : Optional.of(file).filter(f -> f.getName().equalsIgnoreCase(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
