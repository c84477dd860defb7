package org.tongdao.console.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.console.frame.FileName;

class RoomPartsTest {

    @Test
    void anUploadedNameIsNeverAPath() {
        assertThat(FileName.safe("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.safe("C:\\files\\订单 1.csv")).isEqualTo("订单_1.csv");
        assertThat(FileName.safe("..")).isEqualTo("orders.csv");
        assertThat(FileName.safe("")).isEqualTo("orders.csv");
    }

    @Test
    void theFilterIsTheAddress() {
        var filter = new OrderFilter("A 1%", 3L, "kz", "ALA", State.HELD, null, 99L);
        assertThat(filter.address("/orders", 50L))
                .isEqualTo("/orders?q=A%201%25&batch=3&country=kz&hub=ALA&state=HELD&after=50");
        assertThat(filter.values()).containsEntry("q", "A 1%").containsEntry("country", "KZ");
    }

    @Test
    void aTrainIsDrawnOnItsWayOverTheStations() {
        var ways = new Ways();
        assertThat(ways.between("URC", "AKL")).containsExactly("URC", "JNG", "AKL");
        assertThat(ways.between("URC", "nowhere")).containsExactly("URC", "nowhere");
        var points = List.of(new double[] {0, 0}, new double[] {10, 0}, new double[] {10, 10});
        assertThat(Along.way(points, 0)).containsExactly(0, 0);
        assertThat(Along.way(points, 1)[1]).isEqualTo(10, org.assertj.core.data.Offset.offset(1e-9));
    }
}
