/**
 * The journey of one file of orders, from the file to the doors, on the emulator's clock.
 *
 * <p>Purpose: drive the features in flow order, tick by tick, so that three weeks pass in seconds and a killed run goes on where it was. Words used:
 * tick (an instant at which something is due), cut-off (when a hub's bags must be sealed). May use: the doors of all features, the emulator.
 * Publishes: nothing.
 */
@ApplicationModule(displayName = "Journey")
@NullMarked
package org.tongdao.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
