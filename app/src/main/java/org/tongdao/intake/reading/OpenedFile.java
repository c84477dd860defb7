package org.tongdao.intake.reading;

import java.util.List;
import org.tongdao.terms.Finding;

/** What came of opening a file: rows to read, or the reason why nothing of it can be taken. */
public sealed interface OpenedFile {

    /**
     * A file whose rows can be read once.
     *
     * @param header the names of the columns
     * @param headerLine where the header stands
     * @param rows what follows it
     * @param notes what a person should know about how it was read
     */
    record Readable(List<String> header, long headerLine, RowStream rows, FileTraits traits, List<Finding> notes)
            implements OpenedFile {}

    /** A file that is refused as a whole; nothing of it is stored. */
    record Refused(Finding why) implements OpenedFile {}
}
