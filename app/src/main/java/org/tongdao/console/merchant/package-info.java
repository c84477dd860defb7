/** What merchants ask before and after they send: a trial price, and what of theirs stands abroad. */
@NullMarked
package org.tongdao.console.merchant;

import org.jspecify.annotations.NullMarked;
