package org.tongdao.tracking;

/**
 * A paper an event belongs to.
 *
 * @param type CBV type such as {@code bol}, or an own URI; empty when not said
 * @param id URI of the paper, e.g. {@code urn:tongdao:smgs:31234567}
 */
public record BizTransaction(String type, String id) {}
