package org.tongdao.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.Item;
import org.tongdao.terms.Size;

/** Every box of a list as a parcel for bags; a cargo's group, stop, kind and control are its key group. */
record Parcels(List<Item> items, Map<String, String> keys, Map<String, Cargo.Sorting> sorting) {

    static Parcels of(List<Cargo> offered) {
        var items = new ArrayList<Item>();
        Map<String, String> keys = new HashMap<>();
        Map<String, Cargo.Sorting> sorting = new HashMap<>();
        for (var c : offered) {
            var sizes = c.sizesMm();
            for (int i = 1; i <= c.quantity(); i++) {
                var id = c.quantity() == 1 ? c.id() : c.id() + "/" + i;
                items.add(new Item(id, new Size(sizes.get(0), sizes.get(1), sizes.get(2)), c.grossG()));
                var s = c.sorting();
                keys.put(id, String.join("|", s.group(), "" + s.stop(), s.kind(), s.held() ? "held" : ""));
                sorting.put(id, s);
            }
        }
        return new Parcels(items, keys, sorting);
    }
}
