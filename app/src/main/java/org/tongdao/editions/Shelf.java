package org.tongdao.editions;

import java.util.List;

/** The lists that a feature reads and that may be brought anew; each such feature has one as a bean. */
public record Shelf(List<EditableList> lists) {

    public Shelf {
        lists = List.copyOf(lists);
    }
}
