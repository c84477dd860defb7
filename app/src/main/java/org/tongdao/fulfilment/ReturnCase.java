package org.tongdao.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A parcel that could not be delivered and lies at the warehouse.
 *
 * @param dutyFreeUntil back in China by this day it is free of import duty, under {@code rule} of data/returns.csv
 */
public record ReturnCase(
        String parcelNo,
        String orderNo,
        Instant openedAt,
        String cause,
        Optional<LocalDate> dutyFreeUntil,
        String rule) {}
