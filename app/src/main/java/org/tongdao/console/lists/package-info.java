/** The reference tables that the work goes by, for the administration: what stands in them, from when on, and how sure it is. */
@NullMarked
package org.tongdao.console.lists;

import org.jspecify.annotations.NullMarked;
