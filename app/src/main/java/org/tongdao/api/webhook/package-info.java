/** What happened, told to programs: a numbered feed to read, and signed deliveries in its order. */
@NamedInterface("webhook")
@NullMarked
package org.tongdao.api.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
