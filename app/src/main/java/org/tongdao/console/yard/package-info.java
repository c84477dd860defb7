/** The dispatcher's board of a station, and the pull of one parcel. */
@NullMarked
package org.tongdao.console.yard;

import org.jspecify.annotations.NullMarked;
