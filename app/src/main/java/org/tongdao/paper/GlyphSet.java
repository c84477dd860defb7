package org.tongdao.paper;

import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The letters that one document uses, each embedded once as an outline: PDF fonts of Type 3 with 255 letters each. */
public final class GlyphSet {

    private static final int PER_FONT = 255;

    /** One letter: which font, which code in it. */
    private record Slot(int font, int code, int width) {}

    private final PageFonts fonts;
    private final Map<Integer, Slot> slots = new LinkedHashMap<>();

    public GlyphSet(PageFonts fonts) {
        this.fonts = fonts;
    }

    /** Text operators that show {@code text} at the current point. */
    public void show(String text, double size, StringBuilder page) {
        int open = -1;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            var slot = slot(codePoint);
            if (slot.font() != open) {
                page.append(open < 0 ? "" : "> Tj ")
                        .append("/F")
                        .append(slot.font())
                        .append(' ');
                page.append(number(size)).append(" Tf <");
                open = slot.font();
            }
            page.append(Character.forDigit(slot.code() >> 4, 16)).append(Character.forDigit(slot.code() & 15, 16));
        }
        if (open >= 0) {
            page.append("> Tj\n");
        }
    }

    public double width(String text, double size) {
        return text.codePoints().mapToLong(c -> slot(c).width()).sum() * size / 1000;
    }

    private Slot slot(int asked) {
        var known = slots.get(asked);
        if (known != null) {
            return known;
        }
        int codePoint = fonts.shown(asked);
        return slots.computeIfAbsent(
                codePoint,
                c -> new Slot(
                        slots.size() / PER_FONT,
                        slots.size() % PER_FONT,
                        fonts.source(c).width(c)));
    }

    /** Writes the fonts; returns what a page's resources say of them. */
    public String write(PdfFile pdf) {
        var names = new StringBuilder("<<");
        var letters = new ArrayList<>(slots.entrySet());
        for (int from = 0; from < letters.size(); from += PER_FONT) {
            int font = from / PER_FONT;
            var part = letters.subList(from, Math.min(letters.size(), from + PER_FONT));
            names.append(" /F")
                    .append(font)
                    .append(' ')
                    .append(write(pdf, part))
                    .append(" 0 R");
        }
        return names.append(" >>").toString();
    }

    private int write(PdfFile pdf, List<Map.Entry<Integer, Slot>> letters) {
        var procs = new StringBuilder();
        var names = new StringBuilder();
        var widths = new StringBuilder();
        var unicode = new StringBuilder();
        for (var letter : letters) {
            int code = letter.getValue().code();
            procs.append("/g")
                    .append(code)
                    .append(' ')
                    .append(outline(pdf, letter))
                    .append(" 0 R ");
            names.append("/g").append(code).append(' ');
            widths.append(letter.getValue().width()).append(' ');
            unicode.append(String.format(Locale.ROOT, "<%02x> <%s>%n", code, utf16(letter.getKey())));
        }
        int map = pdf.addStream("", cmap(letters.size(), unicode));
        return pdf.add(
                "<< /Type /Font /Subtype /Type3 /FontBBox [-200 -400 1400 1100] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >>"
                        + " /CharProcs << " + procs + ">> /Encoding << /Type /Encoding /Differences [0 " + names
                        + "] >> /FirstChar 0 /LastChar "
                        + (letters.size() - 1) + " /Widths [" + widths + "] /ToUnicode " + map + " 0 R >>");
    }

    private int outline(PdfFile pdf, Map.Entry<Integer, Slot> letter) {
        var text = new StringBuilder();
        text.append(letter.getValue().width()).append(" 0 -200 -400 1400 1100 d1\n");
        draw(fonts.source(letter.getKey()).outline(letter.getKey()).getPathIterator(null), text);
        return pdf.addStream("", text.append("f\n"));
    }

    private static void draw(PathIterator path, StringBuilder text) {
        double[] p = new double[6];
        double x = 0;
        double y = 0;
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(p);
            int count = 0;
            switch (kind) {
                case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> count = 2;
                case PathIterator.SEG_QUADTO -> {
                    double[] q = p.clone();
                    p[0] = x + (q[0] - x) * 2 / 3;
                    p[1] = y + (q[1] - y) * 2 / 3;
                    p[2] = q[2] + (q[0] - q[2]) * 2 / 3;
                    p[3] = q[3] + (q[1] - q[3]) * 2 / 3;
                    p[4] = q[2];
                    p[5] = q[3];
                    count = 6;
                }
                case PathIterator.SEG_CUBICTO -> count = 6;
                default -> text.append("h\n");
            }
            for (int i = 0; i < count; i++) {
                text.append(Math.round(p[i])).append(' ');
            }
            if (count > 0) {
                x = p[count - 2];
                y = p[count - 1];
                text.append(count == 6 ? "c\n" : kind == PathIterator.SEG_MOVETO ? "m\n" : "l\n");
            }
        }
    }

    private static StringBuilder cmap(int count, StringBuilder unicode) {
        var text = new StringBuilder(
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
                        + "1 begincodespacerange <00> <ff> endcodespacerange\n");
        var lines = unicode.toString().lines().toList();
        for (int from = 0; from < count; from += 100) {
            var part = lines.subList(from, Math.min(count, from + 100));
            text.append(part.size())
                    .append(" beginbfchar\n")
                    .append(String.join("\n", part))
                    .append("\nendbfchar\n");
        }
        return text.append("endcmap end end\n");
    }

    private static String utf16(int codePoint) {
        var text = new StringBuilder();
        for (char c : Character.toChars(codePoint)) {
            text.append(String.format(Locale.ROOT, "%04x", (int) c));
        }
        return text.toString();
    }

    /** A number with at most two decimals; called a thousand times a page, so it does not use a formatter. */
    public static String number(double value) {
        long hundredths = Math.round(Math.abs(value) * 100);
        var text = new StringBuilder(12);
        if (value < 0 && hundredths > 0) {
            text.append('-');
        }
        text.append(hundredths / 100);
        long rest = hundredths % 100;
        if (rest > 0) {
            text.append('.').append(rest / 10);
            if (rest % 10 > 0) {
                text.append(rest % 10);
            }
        }
        return text.toString();
    }
}
