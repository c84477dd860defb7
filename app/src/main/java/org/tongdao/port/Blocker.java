package org.tongdao.port;

/**
 * Why a train may not leave.
 *
 * @param rule PARCEL-NOT-RELEASED (I-08), SEAL-BROKEN (I-20), SUPERVISION-OPEN, NOT-LIFTED-ON (I-22), WEIGHT-MISMATCH (I-16), BAG-OPEN,
 *     PARCEL-HELD, PARCEL-STOPPED, NOTHING-ON-BOARD, MARSHAL-AXLE and BRAKE-WEIGHT and their like (the railway's wagon, axle and brake rules); key of the translated texts
 * @param subject parcel, container or train number
 * @param detail in English, with the figures of this case
 */
public record Blocker(String rule, String subject, String detail) {}
