package org.tongdao.settlement;

/**
 * What a merchant says of a signed statement.
 *
 * @param words what is wrong; may be empty with a yes
 * @param by the person
 */
public record StatementAnswer(boolean accepted, String words, String by) {}
