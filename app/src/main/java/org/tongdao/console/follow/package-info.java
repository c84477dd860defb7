/** The pages on which somebody outside asks to be told of a parcel, says that it was he who asked, and ends it. */
@NullMarked
package org.tongdao.console.follow;

import org.jspecify.annotations.NullMarked;
