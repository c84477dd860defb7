@NullMarked
package org.tongdao.yard;

import org.jspecify.annotations.NullMarked;
