@NullMarked
package org.tongdao.customs;

import org.jspecify.annotations.NullMarked;
