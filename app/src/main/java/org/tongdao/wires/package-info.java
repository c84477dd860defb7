/**
 * Transports: how what waits in the outbox reaches a far side, and how its answers come in.
 *
 * <p>Purpose: one set of rules over folder, HTTP and AMQP: bytes and key of a retry are those of the first try, order on a wire is kept, an answer is
 * acknowledged only when it lies safely here. Words used: wire, carrier (what moves messages of one wire). May use: platform. Publishes: nothing.
 */
@ApplicationModule(
        displayName = "Wires",
        allowedDependencies = {"platform"})
@NullMarked
package org.tongdao.wires;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
