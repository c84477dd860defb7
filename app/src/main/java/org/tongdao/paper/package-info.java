/**
 * Paper: pages of a PDF written as they come, letters of three scripts the same on every machine, barcodes. Labels and loading sheets are drawn with it.
 *
 * <p>May use: nothing of ours. Publishes: nothing.
 */
@ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {})
@NullMarked
package org.tongdao.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
