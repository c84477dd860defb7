/** What surrounds every page: language, term base, times, navigation, the search box. */
@NullMarked
package org.tongdao.console.frame;

import org.jspecify.annotations.NullMarked;
