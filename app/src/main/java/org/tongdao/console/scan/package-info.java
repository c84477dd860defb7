/** The scan stations: one page each for whole screens and for people with a scanner in the hand. */
@NullMarked
package org.tongdao.console.scan;

import org.jspecify.annotations.NullMarked;
