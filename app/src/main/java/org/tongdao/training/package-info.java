/**
 * Lessons on the emulator's clock: the same screens, scripted trouble, and a score that follows from recorded facts.
 *
 * <p>Purpose: let a new colleague learn without harming anything. Words used: lesson (what is practised, data/lessons), ground (the tenant of one
 * attempt), goal (a fact that must be there by a time). May use: the doors of intake and declaration, the standing work of journey, the emulator.
 * Publishes: nothing.
 */
@ApplicationModule(displayName = "Training")
@NullMarked
package org.tongdao.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
