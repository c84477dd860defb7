package org.tongdao.loading;

import org.tongdao.terms.Size;

/** A filled bag or carton as the container sees it; it may be turned on the floor, not tipped over. */
public record Box(String id, Size size, long grossG) {}
