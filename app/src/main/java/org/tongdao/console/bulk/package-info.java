/** Acts on many parcels, from the list to the answer for each. */
@NullMarked
package org.tongdao.console.bulk;

import org.jspecify.annotations.NullMarked;
