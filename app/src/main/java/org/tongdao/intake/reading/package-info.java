/** From bytes to rows of text: encodings, separators, spreadsheets, archives within bounds. */
@NullMarked
package org.tongdao.intake.reading;

import org.jspecify.annotations.NullMarked;
