/** The pages themselves, one reader class per room, read only. */
@NullMarked
package org.tongdao.console.rooms;

import org.jspecify.annotations.NullMarked;
