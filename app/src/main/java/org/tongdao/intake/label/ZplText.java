package org.tongdao.intake.label;

import java.io.StringWriter;

/** The ZPL of one label. */
public final class ZplText {

    private ZplText() {}

    public static String of(LabelData label, String publicUrl) {
        var text = new StringWriter();
        new ZplLabels(text, new LabelText(publicUrl)).add(label);
        return text.toString();
    }
}
