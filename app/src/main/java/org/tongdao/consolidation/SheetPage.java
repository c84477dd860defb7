package org.tongdao.consolidation;

import java.util.Locale;
import org.tongdao.paper.GlyphSet;
import org.tongdao.paper.PdfFile;

/** A page of A4 across that things are drawn on; points, from the lower left corner. */
final class SheetPage {

    static final double WIDTH = 841.9;
    static final double HEIGHT = 595.3;
    static final double EDGE = 28;

    private final GlyphSet glyphs;
    private final StringBuilder page = new StringBuilder("0.5 w\n");

    SheetPage(GlyphSet glyphs) {
        this.glyphs = glyphs;
    }

    void text(String text, double x, double y, double size) {
        page.append("BT ")
                .append(GlyphSet.number(x))
                .append(' ')
                .append(GlyphSet.number(y))
                .append(" Td ");
        glyphs.show(text, size, page);
        page.append("ET\n");
    }

    void right(String text, double x, double y, double size) {
        text(text, x - glyphs.width(text, size), y, size);
    }

    void middle(String text, double x, double y, double size) {
        text(text, x - glyphs.width(text, size) / 2, y, size);
    }

    void line(double x, double y, double toX, double toY) {
        page.append(String.format(Locale.ROOT, "%.2f %.2f m %.2f %.2f l S%n", x, y, toX, toY));
    }

    /** @param grey of the inside, 0 black to 1 white */
    void box(double x, double y, double width, double height, double grey) {
        page.append(String.format(Locale.ROOT, "%.2f g %.2f %.2f %.2f %.2f re B 0 g%n", grey, x, y, width, height));
    }

    StringBuilder raw() {
        return page;
    }

    void onto(PdfFile pdf) {
        pdf.page(WIDTH, HEIGHT, page);
    }
}
