/**
 * The ground that every feature stands on: database, tenants, the work clock, serial numbers, outbox and inbox, bulk copy.
 *
 * <p>Purpose: one way to reach PostgreSQL, to know who is asking and what time it is. Words used: tenant, wire (a connection to a far side), work
 * clock. May use: terms. Publishes: nothing.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.tongdao.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
