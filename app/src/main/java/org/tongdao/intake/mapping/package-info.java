/** From columns of strangers to our columns: header synonyms, mapping files, defaults. */
@NullMarked
package org.tongdao.intake.mapping;

import org.jspecify.annotations.NullMarked;
