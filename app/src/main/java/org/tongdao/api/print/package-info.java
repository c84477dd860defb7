/** Print agents fetch their labels here. */
@NullMarked
package org.tongdao.api.print;

import org.jspecify.annotations.NullMarked;
