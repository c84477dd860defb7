package org.tongdao.editions;

/**
 * A content that is to be put in force.
 *
 * @param base number of the edition that the person saw in force when deciding
 * @param restores number of the older edition that it brings back; -1 for none
 * @param reason never empty
 */
public record NewEdition(String text, int base, int restores, String reason, String actor) {

    public NewEdition {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an edition of " + actor + " without a reason");
        }
    }

    NewEdition with(String otherText) {
        return new NewEdition(otherText, base, restores, reason, actor);
    }
}
