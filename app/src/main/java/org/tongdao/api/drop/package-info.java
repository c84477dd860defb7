/** Folders that files are dropped into: read by the same parser as everything else, answered by files beside them. */
@NullMarked
package org.tongdao.api.drop;

import org.jspecify.annotations.NullMarked;
