package org.tongdao.intake.label;

import java.util.Locale;
import org.tongdao.paper.Barcodes;
import org.tongdao.paper.GlyphSet;
import org.tongdao.paper.PdfFile;
import uk.org.okapibarcode.backend.Symbol;

/** Draws labels of 100 × 150 mm, one page each. */
final class PdfLabels {

    private static final double WIDTH = 283.46;
    private static final double HEIGHT = 425.2;
    private static final double LEFT = 14;
    private static final double RIGHT = WIDTH - 14;
    private static final int GOODS = 4;

    private final PdfFile pdf;
    private final GlyphSet glyphs;
    private final LabelText words;

    PdfLabels(PdfFile pdf, GlyphSet glyphs, LabelText words) {
        this.pdf = pdf;
        this.glyphs = glyphs;
        this.words = words;
    }

    /** What takes the most time of a label, and can be made for many at once. */
    record Codes(Symbol number, Symbol link) {}

    Codes encode(LabelData label) {
        return new Codes(Barcodes.number(label.parcelNo()), Barcodes.link(words.link(label)));
    }

    void add(LabelData label, Codes codes) {
        var page = new StringBuilder(8_000);
        page.append("0.7 w\n");
        header(label, page);
        number(label, codes.number(), page);
        consignee(label, codes.link(), page);
        customs(label, page);
        pdf.page(WIDTH, HEIGHT, page);
    }

    private void header(LabelData label, StringBuilder page) {
        text(label.hub() + " · " + label.country(), LEFT, HEIGHT - 34, 26, page);
        right("通道 Tongdao", HEIGHT - 22, 11, page);
        right(label.regime() + "  " + kilograms(label.grossG()) + " kg", HEIGHT - 36, 11, page);
        line(HEIGHT - 44, page);
    }

    private void number(LabelData label, Symbol symbol, StringBuilder page) {
        double module = Math.min(1.5, (RIGHT - LEFT - 20) / symbol.getWidth());
        double x = (WIDTH - symbol.getWidth() * module) / 2;
        Barcodes.draw(symbol, new double[] {x, HEIGHT - 108}, module, 56 / (symbol.getHeight() * module), page);
        var shown = words.spaced(label.parcelNo());
        text(shown, (WIDTH - glyphs.width(shown, 13)) / 2, HEIGHT - 123, 13, page);
        line(HEIGHT - 130, page);
    }

    private void consignee(LabelData label, Symbol symbol, StringBuilder page) {
        double qr = 84;
        double module = qr / symbol.getWidth();
        Barcodes.draw(symbol, new double[] {RIGHT - qr, HEIGHT - 222}, module, 1, page);
        double room = RIGHT - LEFT - qr - 8;
        double y = HEIGHT - 143;
        text("收件 To / Кому", LEFT, y, 7, page);
        y = paragraph(words.name(label), new double[] {LEFT, y - 15, room, 13}, 2, page);
        y = paragraph(words.phone(label), new double[] {LEFT, y, room, 11}, 1, page);
        y = paragraph(words.address(label), new double[] {LEFT, y, room, 10}, 3, page);
        paragraph(
                label.postcode() + " " + label.city() + ", " + label.country(),
                new double[] {LEFT, y, room, 12},
                2,
                page);
        line(HEIGHT - 232, page);
    }

    private void customs(LabelData label, StringBuilder page) {
        double y = HEIGHT - 246;
        text("CN22  CUSTOMS DECLARATION / 报关签条", LEFT, y, 10, page);
        y -= 13;
        right("[X] Sale of goods", y, 8, page);
        var sender = words.fitted("From: " + label.sender() + ", Urumqi, China", t -> glyphs.width(t, 8) <= 170);
        text(sender, LEFT, y, 8, page);
        y -= 14;
        for (var goods : label.goods().subList(0, Math.min(GOODS, label.goods().size()))) {
            var name = words.goods(goods);
            text(words.fitted(name, s -> glyphs.width(s, 9) <= 165), LEFT, y, 9, page);
            right(goods.quantity() + " × " + kilograms(goods.netG()) + " kg", y, 9, page);
            y -= 11;
            text("HS " + goods.hs().substring(0, 6) + "  origin " + goods.origin(), LEFT + 8, y, 7.5, page);
            y -= 13;
        }
        if (label.goods().size() > GOODS) {
            text("+ " + (label.goods().size() - GOODS) + " …", LEFT, y, 9, page);
        }
        line(52, page);
        text("Total value  " + label.value().toPlainString() + " " + label.currency(), LEFT, 38, 11, page);
        right(kilograms(label.grossG()) + " kg gross", 38, 11, page);
        text(
                "I certify that this item contains no dangerous article prohibited by postal regulations.",
                LEFT,
                22,
                6,
                page);
    }

    /** Wraps at spaces; returns the height of the next line. {@code at}: x, y, width, size. */
    private double paragraph(String text, double[] at, int lines, StringBuilder page) {
        var rest = text;
        double y = at[1];
        for (int i = 0; i < lines && !rest.isEmpty(); i++) {
            boolean last = i == lines - 1;
            var part = last
                    ? words.fitted(rest, s -> glyphs.width(s, at[3]) <= at[2])
                    : words.firstLine(rest, s -> glyphs.width(s, at[3]) <= at[2]);
            text(part, at[0], y, at[3], page);
            rest = last ? "" : rest.substring(part.length()).strip();
            y -= at[3] + 2;
        }
        return y;
    }

    private void text(String text, double x, double y, double size, StringBuilder page) {
        page.append("BT ")
                .append(GlyphSet.number(x))
                .append(' ')
                .append(GlyphSet.number(y))
                .append(" Td ");
        glyphs.show(text, size, page);
        page.append("ET\n");
    }

    private void right(String text, double y, double size, StringBuilder page) {
        text(text, RIGHT - glyphs.width(text, size), y, size, page);
    }

    private static void line(double y, StringBuilder page) {
        page.append(GlyphSet.number(LEFT - 6))
                .append(' ')
                .append(GlyphSet.number(y))
                .append(" m ");
        page.append(GlyphSet.number(RIGHT + 6))
                .append(' ')
                .append(GlyphSet.number(y))
                .append(" l S\n");
    }

    private static String kilograms(long grams) {
        return String.format(Locale.ROOT, "%.3f", grams / 1000.0);
    }
}
