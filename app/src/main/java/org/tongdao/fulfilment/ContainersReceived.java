package org.tongdao.fulfilment;

import java.time.Instant;
import java.util.List;

/** Containers came through the gate of the overseas warehouse at {@code at} (T200); ids ascending. */
public record ContainersReceived(List<Long> containerIds, Instant at) {}
