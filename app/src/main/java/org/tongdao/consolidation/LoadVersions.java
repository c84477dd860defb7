package org.tongdao.consolidation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem.Stowed;
import tools.jackson.databind.json.JsonMapper;

/** The plans of a container one after the other; one is added, none is changed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LoadVersions {

    private final JdbcClient jdbc;

    LoadVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<LoadVersion> history(long container) {
        return jdbc.sql("""
                        SELECT version, based_on, kind, actor, made_at FROM load_version
                        WHERE tenant_id = current_tenant() AND container_id = ? ORDER BY version DESC LIMIT 50""")
                .param(container)
                .query((row, n) -> new LoadVersion(
                        row.getInt(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** The boxes of a version in loading order; none for version 0, the empty container. */
    List<Stowed> boxes(long container, int version) {
        return jdbc.sql("""
                        SELECT plan -> 'containers' ->> 0 FROM load_version
                        WHERE tenant_id = current_tenant() AND container_id = ? AND version = ?""")
                .params(container, version)
                .query(String.class)
                .optional()
                .map(json -> JsonMapper.shared().readValue(json, Loaded.class).boxes())
                .orElse(List.of());
    }

    Optional<LoadVersion> latest(long container) {
        return history(container).stream().findFirst();
    }

    /** Two people who save at once get two versions or one of them an error of the key, never a mixture. */
    void add(long container, LoadVersion version, String plan) {
        jdbc.sql("""
                        INSERT INTO load_version (tenant_id, container_id, version, based_on, kind, actor, made_at, plan)
                        VALUES (current_tenant(), ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(container, version.version(), version.basedOn(), version.kind(), version.actor())
                .params(Timestamp.from(version.madeAt()), plan)
                .update();
    }

    /** The next version after the latest, based on it. */
    LoadVersion next(long container, String kind, String actor, Instant at) {
        int before = latest(container).map(LoadVersion::version).orElse(0);
        return new LoadVersion(before + 1, before, kind, actor, at);
    }
}
