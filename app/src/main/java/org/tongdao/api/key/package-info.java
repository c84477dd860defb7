/** How a program shows who it is: keys, scopes, and the filter in front of every route. */
@NullMarked
package org.tongdao.api.key;

import org.jspecify.annotations.NullMarked;
