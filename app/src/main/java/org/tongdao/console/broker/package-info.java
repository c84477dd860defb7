/** The broker's desk: the day's clock, the match board, sending and keys, what customs wrote, inspections and their reservations. */
@NullMarked
package org.tongdao.console.broker;

import org.jspecify.annotations.NullMarked;
