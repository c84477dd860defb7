package org.tongdao.console.rooms;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;

/** Filters of lists that people keep under a name, for themselves or for everybody who opens the list. */
@Component
class SavedViews {

    private static final int MOST = 30;

    /** One kept filter: its address opens it. */
    record View(String name, String owner, boolean shared, String address) {}

    private final JdbcClient jdbc;
    private final Audit audit;

    SavedViews(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<View> of(String list, SignedIn me) {
        return jdbc.sql("""
                SELECT name, owner, shared, address FROM saved_view
                WHERE tenant_id = current_tenant() AND list = ? AND (owner = ? OR shared) ORDER BY owner <> ?, name LIMIT ?""")
                .params(list, me.name(), me.name(), MOST)
                .query(View.class)
                .list();
    }

    /** Keeps it; false when the name is taken, the list is full, or it is no name. Merchants keep views for themselves only. */
    @Transactional
    public boolean keep(String list, SignedIn me, View view) {
        boolean shared = view.shared() && !me.role().equals("MERCHANT");
        if (view.name().isBlank() || view.name().length() > 40 || view.address().length() > 600) {
            return false;
        }
        boolean kept = jdbc.sql("""
                INSERT INTO saved_view (tenant_id, list, name, owner, shared, address, kept_at)
                SELECT current_tenant(), ?, ?, ?, ?, ?, now()
                WHERE (SELECT count(*) FROM saved_view WHERE tenant_id = current_tenant() AND list = ? AND owner = ?) < ?
                ON CONFLICT DO NOTHING""")
                        .params(list, view.name(), me.name(), shared, view.address())
                        .params(list, me.name(), MOST)
                        .update()
                == 1;
        if (kept) {
            audit.write(me, "keep view", list + " " + view.name());
        }
        return kept;
    }

    @Transactional
    public void remove(String list, SignedIn me, String name) {
        int gone = jdbc.sql(
                        "DELETE FROM saved_view WHERE tenant_id = current_tenant() AND list = ? AND owner = ? AND name = ?")
                .params(list, me.name(), name)
                .update();
        if (gone > 0) {
            audit.write(me, "remove view", list + " " + name);
        }
    }
}
