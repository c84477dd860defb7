/**
 * The railways and the border stations behind the wire {@code rail}: they take train orders and tell, in EPCIS 2.0, what became of the trains.
 *
 * <p>Running times come from the legs of the corridor (triangular, seeded by train), stops at border stations from the yard engine among the usual
 * traffic. A train that carries on what another brought leaves when it is lifted over, released and marshalled, never before its planned time.
 * Format: docs/formats/train.md.
 */
@NullMarked
package org.tongdao.emulator.rail;

import org.jspecify.annotations.NullMarked;
