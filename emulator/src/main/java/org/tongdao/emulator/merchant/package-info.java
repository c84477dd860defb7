/**
 * Order files as merchants export them: real-looking consignees of the destination countries, goods that such lists hold, weights and sizes drawn from
 * distributions that were fitted to real products, and the faults that real files have.
 */
@NullMarked
package org.tongdao.emulator.merchant;

import org.jspecify.annotations.NullMarked;
