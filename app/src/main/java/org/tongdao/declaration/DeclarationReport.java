package org.tongdao.declaration;

/**
 * What one call of {@link Declarations#declare} did.
 *
 * @param declared parcels declared now
 * @param withheld parcels our own rules kept back, see the broker's queue
 * @param messages messages put into the outbox
 */
public record DeclarationReport(int declared, int withheld, int messages) {

    static final DeclarationReport NOTHING = new DeclarationReport(0, 0, 0);

    DeclarationReport plus(DeclarationReport other) {
        return new DeclarationReport(declared + other.declared, withheld + other.withheld, messages + other.messages);
    }

    int parcels() {
        return declared + withheld;
    }
}
