@NullMarked
package org.tongdao.routing;

import org.jspecify.annotations.NullMarked;
