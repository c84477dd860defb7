/**
 * The keys that sign for customs: where they are, whether they answer, which one signs.
 *
 * <p>Purpose: seal messages with whatever holds the company's key (a file, a smart key at a PC, an agent at another PC, an HSM), never faster than it can,
 * with the next key when one fails. Words used: ring (all keys in the order they are asked), pace (signatures a minute), agent (a process that signs at the
 * PC where the key is). May use: platform, terms, customs. Publishes: nothing.
 */
@ApplicationModule(
        displayName = "Keys",
        allowedDependencies = {"platform", "terms", "customs"})
@NullMarked
package org.tongdao.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
