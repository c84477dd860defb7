package org.tongdao.port;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The brake weights that a brake test read on the wagons of a train, before it leaves. What was typed last counts, and all of it is kept. */
@Component
public class BrakeDesk {

    private static final int MOST_KG = 150_000;

    private record Head(long id, boolean departed) {}

    private final RailwayRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;

    BrakeDesk(RailwayRules rules, JdbcClient jdbc, Clock clock) {
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<BrakeSheet> find(String trainNo) {
        return head(trainNo).map(train -> {
            var lines = rules.brakes(train.id());
            long gross = lines.stream().mapToLong(BrakeSheet.Line::grossKg).sum();
            long braked = lines.stream().mapToLong(BrakeSheet.Line::kg).sum();
            var blockers = rules.against(train.id()).stream()
                    .filter(b -> b.rule().startsWith("BRAKE-"))
                    .toList();
            return new BrakeSheet(
                    trainNo, lines, (int) (100 * braked / Math.max(1, gross)), train.departed(), blockers);
        });
    }

    /** Keeps what was read, kilograms by position in the train; blank ones stay as they are. Nothing is kept when there are findings. */
    @Transactional
    public List<Finding> type(String trainNo, Map<Integer, String> kg, String actor) {
        var train = head(trainNo);
        if (train.isEmpty() || train.get().departed()) {
            return List.of(error(
                    "BRAKE-LEFT",
                    trainNo,
                    trainNo,
                    train.isEmpty() ? "No such train." : "It has left; its brake test is over."));
        }
        var findings = new ArrayList<Finding>();
        var positions = rules.brakes(train.get().id()).stream()
                .map(BrakeSheet.Line::position)
                .toList();
        kg.forEach((position, text) -> {
            if (!positions.contains(position)) {
                findings.add(error("BRAKE-WAGON", trainNo, "" + position, "The train has no such wagon."));
            } else if (!text.isBlank() && !isWeight(text.strip())) {
                findings.add(error(
                        "BRAKE-VALUE",
                        trainNo + " " + position,
                        text,
                        "Whole kilograms from 0 (cut out) to " + MOST_KG + " are wanted."));
            }
        });
        if (findings.isEmpty()) {
            kg.forEach((position, text) -> keep(train.get().id(), position, text.strip(), actor));
        }
        return List.copyOf(findings);
    }

    private void keep(long train, int position, String text, String actor) {
        if (!text.isEmpty()) {
            jdbc.sql("""
                            INSERT INTO wagon_brake (tenant_id, train_id, position, seq, braked_kg, actor, at)
                            SELECT current_tenant(), :train, :position, coalesce(max(seq), 0) + 1, :kg, :actor, :at
                            FROM wagon_brake WHERE tenant_id = current_tenant() AND train_id = :train AND position = :position""")
                    .param("train", train)
                    .param("position", position)
                    .param("kg", Integer.parseInt(text))
                    .param("actor", actor)
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    private static boolean isWeight(String text) {
        return text.matches("\\d{1,6}") && Integer.parseInt(text) <= MOST_KG;
    }

    private Optional<Head> head(String trainNo) {
        return jdbc.sql("""
                        SELECT t.id, EXISTS (SELECT FROM train_fact f WHERE f.tenant_id = t.tenant_id AND f.train_id = t.id AND f.milestone = 'T090') AS departed
                        FROM train t WHERE t.tenant_id = current_tenant() AND t.train_no = ?""").param(trainNo).query(Head.class).optional();
    }

    private static Finding error(String rule, String place, String value, String maybe) {
        return Finding.error(rule, Place.of(place), value, maybe);
    }
}
