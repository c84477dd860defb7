/**
 * Printing (打印): labels on the printer beside the person who scans.
 *
 * <p>Purpose: a label comes out in less than a second after its scan, once; what did not come out is said where people see it, and each further copy has a
 * reason. Words used: printer (at an address in the network, or with an agent beside it), copy, agent (a small process that fetches what a printer without
 * network is to print). A copy is sent again by itself only while it is certain that nothing came out. May use: platform, terms, the labels of intake, the
 * event of the bench. Publishes: nothing.
 */
@ApplicationModule(
        displayName = "Printing",
        allowedDependencies = {"platform", "terms", "intake", "bench"})
@NullMarked
package org.tongdao.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
