/** The page of one container: how it is loaded, its pictures and sheet, and loading it by hand. */
@NullMarked
package org.tongdao.console.load;

import org.jspecify.annotations.NullMarked;
