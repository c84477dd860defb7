/** EPCIS 2.0 over HTTP: partners tell events, and ask for them. */
@NullMarked
package org.tongdao.api.epcis;

import org.jspecify.annotations.NullMarked;
