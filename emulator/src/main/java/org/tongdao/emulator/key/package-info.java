/**
 * A smart key and the client program on its PC, as the electronic port hands them out: JSON over a WebSocket.
 *
 * <p>Words: plug and unplug (the key leaves its slot; the program still answers, with the reader's error). May use: customs.
 */
@NullMarked
package org.tongdao.emulator.key;

import org.jspecify.annotations.NullMarked;
