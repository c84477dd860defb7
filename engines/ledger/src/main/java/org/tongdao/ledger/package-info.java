@NullMarked
package org.tongdao.ledger;

import org.jspecify.annotations.NullMarked;
