/** Who may come in and what each role may open; everything else is refused. */
@NullMarked
package org.tongdao.console.access;

import org.jspecify.annotations.NullMarked;
