/** Test stories written straight into the tree tables, so that a downstream feature can be tested before and without the upstream ones. */
@NullMarked
package org.tongdao.tree;

import org.jspecify.annotations.NullMarked;
