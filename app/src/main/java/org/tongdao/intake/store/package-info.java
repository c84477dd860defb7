/** From rows to stored orders and parcels, in sets and in one transaction. */
@NullMarked
package org.tongdao.intake.store;

import org.jspecify.annotations.NullMarked;
