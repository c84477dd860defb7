@NullMarked
package org.tongdao.tracking;

import org.jspecify.annotations.NullMarked;
