/** From text to order lines: every rule of a row, each a finding when broken. */
@NullMarked
package org.tongdao.intake.rules;

import org.jspecify.annotations.NullMarked;
