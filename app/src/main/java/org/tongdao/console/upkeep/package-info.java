/** Keeping an installation well: is everything in order, what failed, who changed what, who may what, and a copy of everything. */
@NullMarked
package org.tongdao.console.upkeep;

import org.jspecify.annotations.NullMarked;
