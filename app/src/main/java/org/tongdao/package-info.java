@NullMarked
package org.tongdao;

import org.jspecify.annotations.NullMarked;
