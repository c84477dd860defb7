@NullMarked
package org.tongdao.loading;

import org.jspecify.annotations.NullMarked;
