package org.tongdao.declaration;

import java.math.BigDecimal;
import java.util.Map;
import org.tongdao.customs.ReturnTransport;

/**
 * Goods of a list that come back.
 *
 * @param copNo our number of the list
 * @param transport how exports come back; imports need none, so its texts may be empty
 * @param quantities by row number of the list
 */
public record ReturnAsk(String copNo, String reason, ReturnTransport transport, Map<Integer, BigDecimal> quantities) {

    public ReturnAsk {
        quantities = Map.copyOf(quantities);
    }
}
