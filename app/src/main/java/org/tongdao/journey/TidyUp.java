package org.tongdao.journey;

/** A pulse has done its work in this tenant; who keeps what is no longer needed may look at it now. */
public record TidyUp() {}
