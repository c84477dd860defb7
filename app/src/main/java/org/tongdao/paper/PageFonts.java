package org.tongdao.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters a page can be written in, the same on every machine: Latin and Cyrillic of the font inside PDFBox, then Chinese of Noto Sans, which the
 * build takes from npm. Loaded when first used, since the Chinese font takes a second.
 */
public final class PageFonts {

    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String CHINESE = "/fonts/NotoSansHans-Regular.otf";

    private final List<GlyphSource> sources = List.of(
            read(LATIN, buffer -> new GlyphSource(new TTFParser().parse(buffer))),
            read(CHINESE, buffer -> new GlyphSource(new OTFParser().parse(buffer))));

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

    private static GlyphSource read(String resource, Parsing parsing) {
        try (var in = Objects.requireNonNull(PageFonts.class.getResourceAsStream(resource), resource)) {
            return parsing.parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the font " + resource, e);
        }
    }

    private interface Parsing {
        GlyphSource parse(RandomAccessReadBuffer buffer) throws IOException;
    }
}
