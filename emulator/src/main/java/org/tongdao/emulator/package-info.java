/**
 * The other side of every wire: customs and e-port, railway and border station, overseas warehouse and last-mile carrier, the merchant.
 *
 * <p>A far side speaks real formats over files. It keeps nothing but those files: each answer (content, name, due time) is a function of the
 * seed, the document that was sent and the time it was sent, so a process that was killed repeats the same files byte for byte.
 *
 * <p>Those who do not share folders reach the same offices through {@link org.tongdao.emulator.HttpGate}; {@link org.tongdao.emulator.SmartKeyServer} plays a
 * smart key with the client program on its PC.
 *
 * <p>Words: sent document, answer, due. May use: terms, customs, yard, tracking. Publishes: {@link org.tongdao.emulator.FarSide}.
 */
@NullMarked
package org.tongdao.emulator;

import org.jspecify.annotations.NullMarked;
