/** People outside who are told of one parcel: asked, confirmed, told, forgotten. */
@NullMarked
package org.tongdao.api.follow;

import org.jspecify.annotations.NullMarked;
