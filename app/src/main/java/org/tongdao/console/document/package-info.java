/** Papers that travel with the goods or lie on a desk: lists of trains and containers, data for consignment notes and postal declarations. */
@NullMarked
package org.tongdao.console.document;

import org.jspecify.annotations.NullMarked;
