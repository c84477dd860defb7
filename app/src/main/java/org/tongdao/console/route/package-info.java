/** The route desk: ways from place to place as a table and on a sketch, kept, sent as links and booked; and what happens when something does not run. */
@NullMarked
package org.tongdao.console.route;

import org.jspecify.annotations.NullMarked;
