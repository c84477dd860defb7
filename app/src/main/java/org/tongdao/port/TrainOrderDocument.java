package org.tongdao.port;

import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.json.JsonMapper;

/** The order to run a train as the railway reads it; docs/formats/train.md. */
record TrainOrderDocument(
        String trainNo,
        int gauge,
        String from,
        String to,
        List<String> via,
        String plannedDeparture,
        String plannedArrival,
        String service,
        String rules,
        List<String> advice,
        List<Wagon> wagons,
        SortedMap<String, String> previous,
        SortedMap<String, String> next) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Wagon(int position, String wagonNo, String model, List<Box> containers) {}

    record Box(String no, String type, long grossKg, String seal, String hub, int slot) {}

    byte[] bytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }
}
