package org.tongdao.paper;

import java.util.Locale;

/** A page of A4 across that things are drawn on; points, from the lower left corner. */
public final class SheetPage {

    public static final double WIDTH = 841.9;
    public static final double HEIGHT = 595.3;
    public static final double EDGE = 28;

    private final GlyphSet glyphs;
    private final StringBuilder page = new StringBuilder("0.5 w\n");

    public SheetPage(GlyphSet glyphs) {
        this.glyphs = glyphs;
    }

    public void text(String text, double x, double y, double size) {
        page.append("BT ")
                .append(GlyphSet.number(x))
                .append(' ')
                .append(GlyphSet.number(y))
                .append(" Td ");
        glyphs.show(text, size, page);
        page.append("ET\n");
    }

    public void right(String text, double x, double y, double size) {
        text(text, x - glyphs.width(text, size), y, size);
    }

    public void middle(String text, double x, double y, double size) {
        text(text, x - glyphs.width(text, size) / 2, y, size);
    }

    public void line(double x, double y, double toX, double toY) {
        page.append(String.format(Locale.ROOT, "%.2f %.2f m %.2f %.2f l S%n", x, y, toX, toY));
    }

    /** @param grey of the inside, 0 black to 1 white */
    public void box(double x, double y, double width, double height, double grey) {
        page.append(String.format(Locale.ROOT, "%.2f g %.2f %.2f %.2f %.2f re B 0 g%n", grey, x, y, width, height));
    }

    public StringBuilder raw() {
        return page;
    }

    public void onto(PdfFile pdf) {
        pdf.page(WIDTH, HEIGHT, page);
    }
}
