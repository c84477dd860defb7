/**
 * The door for programs: orders in, facts out, over HTTP and folders, with keys instead of people.
 *
 * <p>Purpose: let a shop or a carrier do by program what people do in the console, with answers that can be repeated and never lie. Words used: key (the
 * secret of a program), scope (what a key may do), capture (events that a partner tells), answer (kept for an idempotency key), job (work of more than a thousand rows), problem (RFC 9457), follower (somebody outside who is told of one parcel). May
 * use: platform, terms, tracking, the doors of intake, printing and visibility, the events of declaration, port and fulfilment. Publishes: nothing.
 */
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "platform",
            "terms",
            "tracking",
            "intake",
            "declaration",
            "port",
            "fulfilment",
            "visibility",
            "printing"
        })
@NullMarked
package org.tongdao.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
