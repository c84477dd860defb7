@NullMarked
package org.tongdao.emulator;

import org.jspecify.annotations.NullMarked;
