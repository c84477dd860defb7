package org.tongdao.intake.label;

import java.awt.geom.GeneralPath;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Outlines of the letters of one font file, whatever its kind. */
final class GlyphSource {

    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final double toThousand;

    private GlyphSource(TrueTypeFont font) throws IOException {
        this.font = font;
        this.letters = font.getUnicodeCmapLookup();
        this.toThousand = 1000.0 / font.getUnitsPerEm();
    }

    static GlyphSource of(InputStream ttf) {
        try {
            return new GlyphSource(new TTFParser().parse(new RandomAccessReadBuffer(ttf)));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read a font", e);
        }
    }

    /** A font file of the system; collections give the face for Simplified Chinese, or their first. */
    static Optional<GlyphSource> find(File file) {
        try {
            var name = file.getName().toLowerCase(java.util.Locale.ROOT);
            if (name.endsWith(".ttc")) {
                return Optional.of(new GlyphSource(ofCollection(file)));
            }
            var bytes = new RandomAccessReadBuffer(java.nio.file.Files.readAllBytes(file.toPath()));
            var font = name.endsWith(".otf") ? new OTFParser().parse(bytes) : new TTFParser().parse(bytes);
            return Optional.of(new GlyphSource(font));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("resource") // the face reads from the collection as long as it is used
    private static TrueTypeFont ofCollection(File file) throws IOException {
        var faces = new TrueTypeCollection(file);
        var simplified = faces.getFontByName("NotoSansCJKsc-Regular");
        if (simplified != null) {
            return simplified;
        }
        var first = new TrueTypeFont[1];
        faces.processAllFonts(f -> first[0] = first[0] == null ? f : first[0]);
        return first[0];
    }

    boolean has(int codePoint) {
        return letters.getGlyphId(codePoint) > 0;
    }

    /** In thousandths of the size. */
    int width(int codePoint) {
        try {
            return (int) Math.round(font.getAdvanceWidth(letters.getGlyphId(codePoint)) * toThousand);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outline, in thousandths of the size. */
    GeneralPath outline(int codePoint) {
        try {
            var path = (GeneralPath) path(letters.getGlyphId(codePoint)).clone();
            path.transform(java.awt.geom.AffineTransform.getScaleInstance(toThousand, toThousand));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GeneralPath path(int glyph) throws IOException {
        if (font instanceof OpenTypeFont open && open.isPostScript()) {
            var outlines = open.getCFF().getFont();
            int id = outlines instanceof CFFCIDFont ? outlines.getCharset().getCIDForGID(glyph) : glyph;
            return outlines.getType2CharString(id).getPath();
        }
        var data = font.getGlyph().getGlyph(glyph);
        return data == null ? new GeneralPath() : data.getPath();
    }
}
