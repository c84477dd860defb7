package org.tongdao.consolidation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans written before doors were known say nothing of them: their containers are taken to be open over the whole width and height. */
final class PlanDoors {

    private PlanDoors() {}

    /** Adds the doors that are missing in a plan. */
    static void complete(JsonNode plan) {
        plan.path("input").path("fleet").forEach(offer -> completeType(offer.path("type")));
        plan.path("containers").forEach(one -> completeType(one.path("offer").path("type")));
    }

    private static void completeType(JsonNode type) {
        var inner = type.path("inner");
        if (type instanceof ObjectNode object && !type.has("door") && inner.isObject()) {
            object.putObject("door").set("widthMm", inner.path("widthMm")).set("heightMm", inner.path("heightMm"));
        }
    }
}
