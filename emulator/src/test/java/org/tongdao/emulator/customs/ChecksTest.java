package org.tongdao.emulator.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final Instant AT = Instant.parse("2026-11-23T03:00:00Z");

    private final Registry registry = new Registry();
    private final Checks checks = new Checks(registry, Conduct.Limits.IN_FORCE);

    @Test
    void rightPapersPassInTheirOrder() {
        for (var paper : List.of(Papers.order("O1"), Papers.waybill("W1"), Papers.list("C1", "O1", "W1"))) {
            assertThat(checks.of(paper, AT)).isEmpty();
            registry.file(paper);
        }
    }

    @Test
    void anOrderMustHaveRowsThatAddUpAndAreNumberedOnce() {
        var order = Papers.order("O1");
        assertThat(code(Papers.withRows(order, List.of()))).isEqualTo("-301001");
        assertThat(code(Papers.with(order, "goodsValue", "999"))).isEqualTo("-301008");
        var twice = Map.of("gnum", "1", "totalPrice", "60.25");
        assertThat(code(Papers.withRows(order, List.of(twice, twice)))).isEqualTo("-301002");
    }

    @Test
    void theSameNumberAgainIsRefusedButTheSamePaperAgainIsNot() {
        registry.file(Papers.order("O1"));
        registry.file(Papers.waybill("W1"));
        assertThat(checks.of(Papers.order("O1"), AT)).isEmpty();
        assertThat(code(Papers.with(Papers.order("O1"), "note", "other"))).isEqualTo("-301010");
        assertThat(code(Papers.with(Papers.waybill("W1"), "note", "other"))).isEqualTo("-504015");
        assertThat(checks.of(Papers.with(Papers.with(Papers.order("O1"), "note", "x"), "appType", "2"), AT))
                .isEmpty();
    }

    @Test
    void aListNeedsItsOrderAndItsWaybill() {
        assertThat(code(Papers.list("C1", "O1", "W1"))).isEqualTo("-301003");
        registry.file(Papers.order("O1"));
        assertThat(code(Papers.list("C1", "O1", "W1"))).isEqualTo("-621003");
        registry.file(Papers.waybill("W1"));
        assertThat(checks.of(Papers.list("C1", "O1", "W1"), AT)).isEmpty();
    }

    @Test
    void aListMustAgreeWithItself() {
        ready("C1");
        var list = Papers.list("C2", "O1", "W1");
        assertThat(code(Papers.with(list, "netWeight", "9"))).isEqualTo("-621001");
        assertThat(code(Papers.withRows(
                        list, List.of(list.rows().get(0), list.rows().get(0)))))
                .isEqualTo("-621027");
        assertThat(code(Papers.withRows(list, List.of(list.rows().get(0))))).isEqualTo("-621001");
    }

    @Test
    void aParcelIsDeclaredOnceUntilItsListIsRefused() {
        var first = ready("C1");
        registry.file(first);
        registry.fileDecision(new Registry.Filed(first, "N", AT, Step.of(AT.plusSeconds(60), Status.REFUSED, "")));
        var second = Papers.list("C2", "O1", "W1");
        assertThat(code(second)).isEqualTo("-621004");
        assertThat(checks.of(second, AT.plusSeconds(60))).isEmpty();
    }

    @Test
    void onlyReleasedParcelsAreBoundToATrain() {
        var list = ready("C1");
        assertThat(code(Papers.binding("B1", "W1"))).isEqualTo("-621003");
        registry.fileDecision(new Registry.Filed(list, "N", AT, Step.of(AT.plusSeconds(60), Status.RELEASED, "")));
        assertThat(code(Papers.binding("B1", "W1"))).isEqualTo("-621003");
        assertThat(checks.of(Papers.binding("B1", "W1"), AT.plusSeconds(60))).isEmpty();
    }

    private Paper ready(String copNo) {
        registry.file(Papers.order("O1"));
        registry.file(Papers.waybill("W1"));
        return Papers.list(copNo, "O1", "W1");
    }

    private String code(Paper paper) {
        return checks.of(paper, AT).orElseThrow().code();
    }
}
