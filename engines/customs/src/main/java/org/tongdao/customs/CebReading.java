package org.tongdao.customs;

import java.util.List;
import java.util.Optional;
import org.tongdao.terms.Finding;

/**
 * What {@link CebReader} made of a text.
 *
 * @param message empty when the text could not be read as a message at all; a finding then says why
 * @param findings everything that was not as the catalogue has it: unknown elements, wrong order, repeated fields
 */
public record CebReading(Optional<CebMessage> message, List<Finding> findings) {

    public CebReading {
        findings = List.copyOf(findings);
    }

    /** The message of a text known to be good; wrong use throws with the findings. */
    public CebMessage get() {
        return message.orElseThrow(() -> new IllegalStateException("not a readable message: " + findings));
    }
}
