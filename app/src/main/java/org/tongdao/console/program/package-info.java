/** The rooms for what programs do: keys, deliveries, jobs. */
@NullMarked
package org.tongdao.console.program;

import org.jspecify.annotations.NullMarked;
