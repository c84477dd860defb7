package org.tongdao.port;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what changed in a closed container: its totals, those of the trains that carry it from now on, a numbered amendment on each, the new seal. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Amendments {

    private final JdbcClient jdbc;

    Amendments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What changed; deltas are signed. */
    record Change(
            long pullId,
            long containerId,
            long trainId,
            int bags,
            int parcels,
            long grossG,
            String before,
            Instant at) {}

    String hash(long containerId) {
        return jdbc.sql("SELECT container_manifest_sha256(current_tenant(), ?)")
                .param(containerId)
                .query(String.class)
                .single();
    }

    /** Call when the parcel is moved. */
    void amend(Change change) {
        jdbc.sql("""
                        UPDATE container SET bags = bags + ?, parcels = parcels + ?, gross_g = gross_g + ?
                        WHERE tenant_id = current_tenant() AND id = ?""")
                .params(change.bags(), change.parcels(), change.grossG(), change.containerId())
                .update();
        int seq = jdbc.sql("""
                        INSERT INTO container_amendment (tenant_id, container_id, seq, pull_id, bags_delta, parcels_delta, gross_delta_g, sha256_before, sha256_after, at)
                        SELECT current_tenant(), :box, 1 + count(*), :pull, :bags, :parcels, :gross, :before, container_manifest_sha256(current_tenant(), :box), :at
                        FROM container_amendment WHERE tenant_id = current_tenant() AND container_id = :box RETURNING seq""")
                .param("box", change.containerId())
                .param("pull", change.pullId())
                .param("bags", change.bags())
                .param("parcels", change.parcels())
                .param("gross", change.grossG())
                .param("before", change.before())
                .param("at", Timestamp.from(change.at()))
                .query(Integer.class)
                .single();
        trains(change, seq);
    }

    private void trains(Change change, int seq) {
        jdbc.sql("""
                        WITH carrying AS (
                            SELECT y.train_id FROM container_train y
                            JOIN container_train here ON here.tenant_id = y.tenant_id AND here.container_id = y.container_id AND here.train_id = :train
                            WHERE y.tenant_id = current_tenant() AND y.container_id = :box AND y.first_leg >= here.first_leg
                            UNION SELECT :train),
                        weighed AS (
                            UPDATE train t SET gross_g = t.gross_g + :gross FROM carrying y
                            WHERE t.tenant_id = current_tenant() AND t.id = y.train_id RETURNING t.id, t.gross_g)
                        INSERT INTO manifest_amendment (tenant_id, train_id, amendment_no, container_id, container_seq, gross_g)
                        SELECT current_tenant(), w.id, 1 + (SELECT count(*) FROM manifest_amendment m WHERE m.tenant_id = current_tenant() AND m.train_id = w.id),
                               :box, :seq, w.gross_g FROM weighed w""")
                .param("train", change.trainId())
                .param("box", change.containerId())
                .param("gross", change.grossG())
                .param("seq", seq)
                .update();
    }

    void seal(long containerId, String sealNo, String actor, Instant now) {
        jdbc.sql("""
                        INSERT INTO container_seal (tenant_id, container_id, seal_no, seq, put_on_at, actor)
                        SELECT tenant_id, container_id, ?, seq + 1, ?, ? FROM active_seal WHERE tenant_id = current_tenant() AND container_id = ?""").params(sealNo, Timestamp.from(now), actor, containerId).update();
    }
}
