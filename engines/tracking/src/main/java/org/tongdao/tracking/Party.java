package org.tongdao.tracking;

/**
 * One end of a business transfer, in EPCIS a member of {@code sourceList} or {@code destinationList}.
 *
 * @param type CBV: {@code owning_party}, {@code possessing_party} or {@code location}
 * @param id URI of the party or place
 */
public record Party(String type, String id) {}
