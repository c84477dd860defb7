/** Orders by program: read, checked, stored in groups, answered once. */
@NullMarked
package org.tongdao.api.orders;

import org.jspecify.annotations.NullMarked;
