/** The import wizard: a file on its way in, step by step. */
@NullMarked
package org.tongdao.console.wizard;

import org.jspecify.annotations.NullMarked;
