package org.tongdao.declaration;

import org.tongdao.customs.CebDocument;

/** A document with what it belongs to: a list of export or import by its number, a container, or a later paper. Exactly one of the three is set. */
record Paper(CebDocument document, String copNo, long containerId, long paperId) {

    static Paper of(CebDocument document, String copNo) {
        return new Paper(document, copNo, 0, 0);
    }

    static Paper binding(CebDocument document, long containerId) {
        return new Paper(document, "", containerId, 0);
    }

    static Paper later(CebDocument document, long paperId) {
        return new Paper(document, "", 0, paperId);
    }
}
