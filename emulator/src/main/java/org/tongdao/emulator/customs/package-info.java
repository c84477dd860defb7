/**
 * The e-port and a customs office for cross-border e-commerce: reads CEB messages, checks them, answers with CEB receipts.
 *
 * <p>Words: paper (one document of a message), step (one thing said about a paper), course (all steps of a paper), conduct (how strict, slow and
 * untidy the office is), test number (a word in an order number that decides the course). May use: terms, customs.
 */
@NullMarked
package org.tongdao.emulator.customs;

import org.jspecify.annotations.NullMarked;
