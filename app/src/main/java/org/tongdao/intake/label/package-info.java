/** From parcels to paper: PDF and ZPL, with personal data masked. */
@NullMarked
package org.tongdao.intake.label;

import org.jspecify.annotations.NullMarked;
