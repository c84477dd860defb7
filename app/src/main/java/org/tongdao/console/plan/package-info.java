/** The consolidation planner: what waits for each lane, when it must go, and what a cut-off now would come to. */
@NullMarked
package org.tongdao.console.plan;

import org.jspecify.annotations.NullMarked;
