package org.tongdao.customs;

import java.util.List;
import java.util.Optional;
import org.tongdao.terms.Finding;

/**
 * What {@link Envelope#open} found.
 *
 * @param content the signed bytes, and nothing else, when the signature holds; read these, not the file
 * @param keyName as the message names the key; says nothing by itself
 * @param findings why it was refused
 */
public record Opened(Optional<byte[]> content, String keyName, List<Finding> findings) {

    public boolean holds() {
        return content.isPresent();
    }
}
