package org.tongdao.intake.label;

import java.util.Locale;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;

/** A Code 128 as a small SVG, for sheets of command codes and bag labels on a screen. */
public final class CodeImage {

    private CodeImage() {}

    public static String code128(String text) {
        var symbol = new Code128();
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setModuleWidth(2);
        symbol.setBarHeight(60);
        symbol.setContent(text);
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-20 0 %d 60\"><path fill=\"#fff\" d=\"M-20 0h%dv60H-20z\"/>",
                symbol.getWidth() + 40,
                symbol.getWidth() + 40));
        for (var bar : symbol.getRectangles()) {
            svg.append(String.format(
                    Locale.ROOT, "<rect x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"60\"/>", bar.x, bar.width));
        }
        return svg.append("</svg>").toString();
    }
}
