package org.tongdao.customs;

/**
 * How returned goods come back.
 *
 * @param mode {@code trafMode}: 3 rail, 4 road
 * @param name of vehicle or train
 * @param country they come from, three-digit customs code, not China
 */
public record ReturnTransport(
        String waybillNo, String billNo, String mode, String name, String voyageNo, String country) {}
