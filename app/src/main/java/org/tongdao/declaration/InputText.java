package org.tongdao.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The text of a published table; one that is not UTF-8 is a finding and the text is empty. */
record InputText(String name, String text, List<Finding> findings) {

    static InputText read(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            return new InputText(name, Files.readString(file), List.of());
        } catch (CharacterCodingException e) {
            return new InputText(
                    name,
                    "",
                    List.of(Finding.error(
                            "CSV-ENCODING",
                            Place.of(name),
                            "",
                            "The file is not UTF-8. Save it as \"CSV UTF-8\" and bring it again.")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ". Maybe the path is wrong.", e);
        }
    }
}
