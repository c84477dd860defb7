package org.tongdao.editions;

import java.io.Reader;
import java.io.StringReader;
import org.tongdao.platform.Sha256;

/**
 * The whole content of a list under a number.
 *
 * @param list its path below data/, such as {@code prohibited.csv}
 * @param number 0 came with the program, 1 and up were brought
 */
public record Edition(String list, int number, String text) {

    /** What decisions call it: the list's own name, with the number when it was brought. */
    public String name() {
        var plain = list.replaceFirst("\\.csv$", "");
        return number == 0 ? plain : plain + "@" + number;
    }

    public Reader reader() {
        return new StringReader(text);
    }

    public String sha256() {
        return Sha256.hex(text);
    }
}
