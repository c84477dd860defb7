package org.tongdao.paper;

import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;

/** The two symbols we print: a number as Code 128 (an SSCC as GS1-128), a link as QR code. */
public final class Barcodes {

    private Barcodes() {}

    public static Symbol number(String number) {
        var symbol = new Code128();
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setModuleWidth(1);
        symbol.setBarHeight(40);
        if (isSscc(number)) {
            symbol.setDataType(Symbol.DataType.GS1);
            symbol.setContent("[00]" + number);
        } else {
            symbol.setContent(number);
        }
        return symbol;
    }

    public static Symbol link(String url) {
        var symbol = new QrCode();
        symbol.setPreferredEccLevel(QrCode.EccLevel.M);
        symbol.setContent(url);
        return symbol;
    }

    public static boolean isSscc(String number) {
        return number.length() == 18 && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Draws the bars with their lower left corner at (x, y), {@code module} points wide each. */
    public static void draw(Symbol symbol, double[] at, double module, double stretch, StringBuilder page) {
        double height = symbol.getHeight() * module * stretch;
        for (var bar : symbol.getRectangles()) {
            page.append(GlyphSet.number(at[0] + bar.x * module)).append(' ');
            page.append(GlyphSet.number(at[1] + height - (bar.y + bar.height) * module * stretch))
                    .append(' ');
            page.append(GlyphSet.number(bar.width * module)).append(' ');
            page.append(GlyphSet.number(bar.height * module * stretch)).append(" re\n");
        }
        page.append("f\n");
    }
}
