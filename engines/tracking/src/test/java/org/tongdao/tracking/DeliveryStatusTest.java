package org.tongdao.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of legal moves (I-03), drawn once more by hand: a change of the code must be a change of this table. */
class DeliveryStatusTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACCEPTED         | AT_PARK CLEARED RETURNED
            AT_PARK          | CLEARED RETURNED
            CLEARED          | BAGGED RETURNED
            BAGGED           | STUFFED
            STUFFED          | LOADED IN_TRANSIT
            LOADED           | IN_TRANSIT AT_BORDER TRANSLOADING
            IN_TRANSIT       | AT_BORDER TRANSLOADING AT_HUB
            AT_BORDER        | IN_TRANSIT TRANSLOADING LOADED AT_HUB
            TRANSLOADING     | LOADED IN_TRANSIT AT_BORDER AT_HUB
            AT_HUB           | OUT_FOR_DELIVERY RETURNED
            OUT_FOR_DELIVERY | DELIVERED DELIVERY_FAILED RETURNED
            DELIVERY_FAILED  | OUT_FOR_DELIVERY DELIVERED RETURNED
            DELIVERED        | ''
            RETURNED         | ''
            """)
    void onlyTheDrawnMovesAreLegal(DeliveryStatus from, String drawn) {
        Set<DeliveryStatus> legal = Arrays.stream(drawn.split(" "))
                .filter(s -> !s.isEmpty())
                .map(DeliveryStatus::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DeliveryStatus.class)));
        for (DeliveryStatus to : DeliveryStatus.values()) {
            boolean stays = from == to && !from.isEnd();
            assertThat(from.allows(to)).as(from + " -> " + to).isEqualTo(legal.contains(to) || stays);
        }
    }

    @Test
    void onlyDeliveryAndReturnAreTheEnd() {
        assertThat(DeliveryStatus.values())
                .filteredOn(DeliveryStatus::isEnd)
                .containsExactly(DeliveryStatus.DELIVERED, DeliveryStatus.RETURNED);
    }

    @Test
    void everyStateCanBeLeftTowardsAnEnd() {
        for (DeliveryStatus start : DeliveryStatus.values()) {
            Set<DeliveryStatus> reached = EnumSet.of(start);
            boolean grows = true;
            while (grows) {
                var more = EnumSet.copyOf(reached);
                reached.forEach(from -> Arrays.stream(DeliveryStatus.values())
                        .filter(from::allows)
                        .forEach(more::add));
                grows = more.size() > reached.size();
                reached = more;
            }
            assertThat(reached).as("from " + start).anyMatch(DeliveryStatus::isEnd);
        }
    }

    @ParameterizedTest
    @EnumSource(Milestone.class)
    void everyMilestoneLeadsToAState(Milestone milestone) {
        assertThat(DeliveryStatus.after(milestone)).isNotEqualTo(DeliveryStatus.UNKNOWN);
    }
}
