/**
 * The far side's gate for those who do not share folders: takes in over HTTP what is sent and offers what is answered, for the same offices.
 *
 * <p>Words: gate (the address), offer (an answer that was not acknowledged yet). May use: the wire folders of the emulator.
 */
@NullMarked
package org.tongdao.emulator.gate;

import org.jspecify.annotations.NullMarked;
