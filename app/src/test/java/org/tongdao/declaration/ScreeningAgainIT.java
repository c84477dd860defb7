package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongdao.customs.Screening;
import org.tongdao.platform.Tenancy;

/** A list that changes meets what was declared before it did. */
class ScreeningAgainIT extends CustomsStory {

    private static final String HEAD =
            "id,valid_from,valid_to,country,kind,hs,words_zh,words_en,words_ru,words_pinyin,unless,reason_zh,reason_en,mark\n";

    @Autowired
    ScreeningAgain screening;

    private static Screening list(String... rows) {
        return Screening.read("trial", new StringReader(HEAD + String.join("\n", rows) + "\n"));
    }

    @Test
    void whatIsDeclaredAlreadyIsMetWhenTheListChangesAndForgottenWhenItIsTakenBack() {
        var harmless = list("X-1,2020-01-01,,*,prohibited,,烟花,,,,,x,x,test");
        var stricter =
                list("X-1,2020-01-01,,*,prohibited,,烟花,,,,,x,x,test", "X-2,2020-01-01,,*,prohibited,,积木,,,,,y,y,test");
        Tenancy.run(tenant, () -> {
            declarations.declare(shipments.batch("TEST-OK-1", "TEST-OK-2"));
            assertThat(screening.run(harmless, "a")).isZero();
            assertThat(screening.run(harmless, "a")).isZero();
            assertThat(
                            told(
                                    "SELECT goods || ' ' || parcels || ' ' || hits FROM screening_run WHERE tenant_id = current_tenant()"))
                    .as("the same list is asked once")
                    .containsExactly("1 2 0");
            assertThat(screening.run(stricter, "b")).isEqualTo(2);
            assertThat(queue.list(QueueFilter.first(5)))
                    .extracting(QueueItem::code)
                    .containsExactly("GOODS-PROHIBITED-NOW", "GOODS-PROHIBITED-NOW");
            assertThat(
                            told(
                                    "SELECT DISTINCT entry || ' ' || matched || ' ' || list_version FROM screening_hit WHERE tenant_id = current_tenant()"))
                    .containsExactly("X-2 积木 trial-2020-01-01");
            screening.run(harmless, "c");
            assertThat(queue.counts()).isEmpty();
        });
    }

    @Test
    void anEditionThatComesIntoForceIsAChangeByItself() {
        var later = list("X-2,2026-11-25,,*,restricted,,积木,,,,,y,y,test");
        Tenancy.run(tenant, () -> {
            declarations.declare(shipments.batch("TEST-OK-1"));
            assertThat(screening.run(later, "a")).isZero();
            clock.set(Shipments.AT.plus(Duration.ofDays(3)));
            assertThat(screening.run(later, "a")).isEqualTo(1);
            assertThat(queue.counts()).as("restricted goods are a warning").isEmpty();
        });
    }
}
