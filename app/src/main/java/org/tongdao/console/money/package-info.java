/** Money in the console: what was charged, to whom, for what, and why that much. */
@NullMarked
package org.tongdao.console.money;

import org.jspecify.annotations.NullMarked;
