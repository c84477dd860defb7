/** Routes, problems and pages of the API. */
@NullMarked
package org.tongdao.api.http;

import org.jspecify.annotations.NullMarked;
