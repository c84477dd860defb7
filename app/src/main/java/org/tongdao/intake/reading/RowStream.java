package org.tongdao.intake.reading;

import java.util.Iterator;

/** The rows of a file, read one by one; closing it releases the file. */
public interface RowStream extends Iterator<RawRow>, AutoCloseable {

    @Override
    void close();
}
