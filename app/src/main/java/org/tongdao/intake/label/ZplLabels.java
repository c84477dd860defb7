package org.tongdao.intake.label;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import org.tongdao.paper.Barcodes;

/**
 * Writes labels in ZPL for printers of 203 dpi, 100 × 150 mm, UTF-8. Text uses the printer's font {@code E:TONGDAO.TTF}, to which any font with Chinese
 * and Cyrillic is loaded once; codes do not depend on it.
 */
final class ZplLabels {

    private static final int GOODS = 4;

    private final Writer out;
    private final LabelText words;

    ZplLabels(Writer out, LabelText words) {
        this.out = out;
        this.words = words;
    }

    void add(LabelData label) {
        var zpl = new StringBuilder(1500);
        zpl.append("^XA^CI28^PW800^LL1200^LH0,0\n");
        text(zpl, 40, 40, 70, label.hub() + " · " + label.country());
        text(zpl, 500, 50, 32, label.regime() + "  " + kilograms(label.grossG()) + " kg");
        zpl.append("^FO40,120^GB720,3,3^FS\n");
        code(zpl, label.parcelNo());
        text(zpl, 200, 300, 36, words.spaced(label.parcelNo()));
        zpl.append("^FO40,350^GB720,3,3^FS\n^FO560,370^BQN,2,5^FDMA,")
                .append(escaped(words.link(label)))
                .append("^FS\n");
        text(zpl, 40, 370, 24, "收件 To / Кому");
        text(zpl, 40, 405, 36, words.name(label));
        text(zpl, 40, 450, 32, words.phone(label));
        block(zpl, 490, words.address(label));
        text(zpl, 40, 590, 34, label.postcode() + " " + label.city() + ", " + label.country());
        zpl.append("^FO40,640^GB720,3,3^FS\n");
        customs(zpl, label);
        write(zpl.append("^XZ\n"));
    }

    private void customs(StringBuilder zpl, LabelData label) {
        text(zpl, 40, 660, 30, "CN22 CUSTOMS DECLARATION / 报关签条");
        text(zpl, 40, 700, 24, "From: " + label.sender() + ", Urumqi, China");
        int y = 740;
        for (var goods : label.goods().subList(0, Math.min(GOODS, label.goods().size()))) {
            text(zpl, 40, y, 26, words.goods(goods));
            text(
                    zpl,
                    60,
                    y + 32,
                    22,
                    goods.quantity() + " × " + kilograms(goods.netG()) + " kg  HS "
                            + goods.hs().substring(0, 6) + "  " + goods.origin());
            y += 72;
        }
        text(zpl, 40, 1080, 32, "Total " + label.value().toPlainString() + " " + label.currency());
        text(zpl, 480, 1080, 32, kilograms(label.grossG()) + " kg gross");
    }

    /** Code 128 with automatic subsets; an SSCC as GS1-128 (mode D adds the function character and takes the brackets for people). */
    private static void code(StringBuilder zpl, String parcelNo) {
        boolean sscc = Barcodes.isSscc(parcelNo);
        zpl.append("^FO80,140^BY3^BCN,140,N,N,N,").append(sscc ? 'D' : 'A').append("^FD");
        zpl.append(sscc ? "(00)" : "").append(parcelNo).append("^FS\n");
    }

    private static void text(StringBuilder zpl, int x, int y, int size, String text) {
        zpl.append("^FO")
                .append(x)
                .append(',')
                .append(y)
                .append("^A@N,")
                .append(size)
                .append(',')
                .append(size);
        zpl.append(",E:TONGDAO.TTF^FH\\^FD").append(escaped(text)).append("^FS\n");
    }

    private static void block(StringBuilder zpl, int y, String text) {
        zpl.append("^FO40,")
                .append(y)
                .append("^A@N,28,28,E:TONGDAO.TTF^FB500,3,4^FH\\^FD")
                .append(escaped(text))
                .append("^FS\n");
    }

    /** What ZPL takes for commands is written as hexadecimal, so that a name cannot command the printer. */
    private static String escaped(String text) {
        return text.replace("\\", "\\5C").replace("^", "\\5E").replace("~", "\\7E");
    }

    private static String kilograms(long grams) {
        return String.format(Locale.ROOT, "%.3f", grams / 1000.0);
    }

    private void write(CharSequence zpl) {
        try {
            out.append(zpl);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the ZPL file", e);
        }
    }
}
