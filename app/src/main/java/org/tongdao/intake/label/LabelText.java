package org.tongdao.intake.label;

import java.util.function.Predicate;
import org.tongdao.paper.Barcodes;

/** The words of a label, personal data masked. */
record LabelText(String publicUrl) {

    String link(LabelData label) {
        return publicUrl + "/track/" + label.parcelNo();
    }

    String name(LabelData label) {
        return Masking.name(label.name());
    }

    String phone(LabelData label) {
        return Masking.phone(label.phone());
    }

    String address(LabelData label) {
        return Masking.address(label.address());
    }

    String goods(LabelData.Goods goods) {
        return goods.nameEn() + " " + goods.nameZh();
    }

    String spaced(String parcelNo) {
        return Barcodes.isSscc(parcelNo)
                ? "(00) " + parcelNo
                : parcelNo.substring(0, 2) + " " + parcelNo.substring(2, 5) + " " + parcelNo.substring(5, 8) + " "
                        + parcelNo.substring(8, 11) + " " + parcelNo.substring(11);
    }

    /** The text, or as much of it as fits with an ellipsis. */
    String fitted(String text, Predicate<String> fits) {
        if (fits.test(text)) {
            return text;
        }
        int end = text.length();
        while (end > 1 && !fits.test(text.substring(0, end) + "…")) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }

    /** As many whole words as fit into one line; a word without end is cut. */
    String firstLine(String text, Predicate<String> fits) {
        if (fits.test(text)) {
            return text;
        }
        int end = text.length();
        while (end > 1 && !fits.test(text.substring(0, end))) {
            int space = text.lastIndexOf(' ', end - 1);
            end = space > 0 ? space : end - 1;
        }
        return text.substring(0, end);
    }
}
