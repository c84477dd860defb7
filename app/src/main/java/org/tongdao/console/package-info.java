/**
 * The console in a browser: who may come in, the frame around every page, and the rooms in which people read what happened.
 *
 * <p>Purpose: show recorded facts of all features to the person whose job depends on them, and to nobody else. Words used: room, role, invitation
 * (one-time code that sets a password), omnibox. May use: platform, terms, the doors of api, editions, intake, declaration, keys, bench, bulk, printing, planning, settlement, consolidation, port, dispatch, visibility, statistics and training, the invariants of journey, the shared tables of the tree (read only).
 * Publishes: nothing.
 */
@ApplicationModule(
        displayName = "Console",
        allowedDependencies = {
            "api",
            "api :: webhook",
            "platform",
            "paper",
            "editions",
            "terms",
            "customs",
            "tracking",
            "intake",
            "declaration",
            "keys",
            "visibility",
            "statistics",
            "training",
            "bench",
            "bulk",
            "printing",
            "planning",
            "settlement",
            "ledger",
            "routing",
            "consolidation",
            "port",
            "dispatch",
            "loading",
            "yard",
            "journey"
        })
@NullMarked
package org.tongdao.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
