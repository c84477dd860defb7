package org.tongdao.customs;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A business message in the envelope of the exchange platform (DxpMsg 1.0), for companies that run a client of their own.
 *
 * @param data the business message byte for byte, usually a signed CEB message
 * @param fileName in the platform's logs, or empty
 * @param keys up to five business keys by name (at most 32 characters, values at most 64), for searching at the platform
 */
public record DxpMessage(TransferHead head, byte[] data, String fileName, Map<String, String> keys) {

    public DxpMessage {
        keys = new TreeMap<>(keys);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DxpMessage that
                && head.equals(that.head)
                && Arrays.equals(data, that.data)
                && fileName.equals(that.fileName)
                && keys.equals(that.keys);
    }

    @Override
    public int hashCode() {
        return Objects.hash(head, Arrays.hashCode(data), fileName, keys);
    }

    @Override
    public String toString() {
        return "DxpMessage " + head + ", " + data.length + " bytes";
    }
}
