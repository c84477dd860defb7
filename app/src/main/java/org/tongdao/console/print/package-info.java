/** Printers, the copies that were asked of them, and printing again. */
@NullMarked
package org.tongdao.console.print;

import org.jspecify.annotations.NullMarked;
