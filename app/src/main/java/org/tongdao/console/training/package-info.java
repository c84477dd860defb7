/** Training: lessons to choose, the lesson that goes on, and its clock. */
@NullMarked
package org.tongdao.console.training;

import org.jspecify.annotations.NullMarked;
