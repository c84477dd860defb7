package org.tongdao.paper;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Outlines of the letters of one font, TrueType or OpenType. */
final class GlyphSource {

    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final double toThousand;

    GlyphSource(TrueTypeFont font) throws IOException {
        this.font = font;
        this.letters = font.getUnicodeCmapLookup();
        this.toThousand = 1000.0 / font.getUnitsPerEm();
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
