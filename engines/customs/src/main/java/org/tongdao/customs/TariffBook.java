package org.tongdao.customs;

import java.util.List;
import java.util.Optional;
import org.tongdao.terms.HsCode;

/**
 * The tariff as this engine needs it; who holds the real one (a bought database, the official file, our starter table) implements this.
 *
 * <p>Implementations are immutable and safe for use by several threads.
 */
public interface TariffBook {

    /** The line of exactly this ten-digit code. */
    Optional<TariffLine> find(HsCode code);

    /** All lines under a shorter code, in the order of their codes. */
    List<TariffLine> listUnder(HsCode prefix);

    /** The best lines for goods described in words (zh, en or ru), best first; empty when no word is known. */
    List<TariffLine> search(String words, int limit);

    /**
     * Lines that have every word somebody is typing, first those that have it whole: {@code glov} finds gloves, {@code перчатка} finds перчатки. In the order
     * of their codes; empty when nothing was typed.
     */
    List<TariffLine> listTyped(String typed, int limit);

    /** Which edition this is; a decision stores it. */
    String version();
}
