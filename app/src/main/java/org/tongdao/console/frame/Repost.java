package org.tongdao.console.frame;

/**
 * A page that answers what was typed and kept nowhere yet: to read it in another language, the form is sent again.
 *
 * @param form id of the form that holds everything
 * @param to where it is sent to be looked at again, keeping nothing
 */
public record Repost(String form, String to) {}
