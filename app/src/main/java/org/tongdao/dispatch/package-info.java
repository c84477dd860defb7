/**
 * The dispatcher's board of a border station: who stands where and when, what was planned, what happened, and what follows from a change.
 *
 * <p>Purpose: show the plan that follows from recorded facts, and keep every change a person makes to it as a new version with a reason. Words used:
 * step (one stage of one train on one unit), hold (a track kept by a train), pin (a step that a person put on a unit), closure (a unit that cannot work),
 * actual, trial. May use: platform, terms, port, yard. Publishes: nothing.
 */
@ApplicationModule(
        displayName = "Dispatch",
        allowedDependencies = {"platform", "terms", "port", "yard"})
@NullMarked
package org.tongdao.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
