package org.tongdao.declaration;

import org.tongdao.customs.CebDocument;

/** A document with what it belongs to: a list of export or import by its number, or a container. Exactly one of the two is set. */
record Paper(CebDocument document, String copNo, long containerId) {

    static Paper of(CebDocument document, String copNo) {
        return new Paper(document, copNo, 0);
    }

    static Paper binding(CebDocument document, long containerId) {
        return new Paper(document, "", containerId);
    }
}
