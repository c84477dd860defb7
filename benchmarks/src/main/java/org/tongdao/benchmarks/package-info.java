/** Figures, not tests: each class prints what it measured, with the command in benchmarks/README.md. */
@NullMarked
package org.tongdao.benchmarks;

import org.jspecify.annotations.NullMarked;
