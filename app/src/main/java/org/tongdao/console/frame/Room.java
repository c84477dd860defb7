package org.tongdao.console.frame;

import java.util.List;

/** One entry of the navigation; {@code key} is pressed after g. Of two with the same key the first that opens is shown. */
public record Room(String name, String path, String key) {

    /** Pages of the administration, as tabs. */
    static final List<String> TABS = List.of(
            "/admin",
            "/admin/roles",
            "/admin/audit",
            "/admin/jobs",
            "/admin/upkeep",
            "/admin/signers",
            "/admin/lists",
            "/admin/logins",
            "/admin/keys",
            "/admin/webhooks",
            "/prints");

    static final List<Room> ALL = List.of(
            new Room("today", "/today", "t"),
            new Room("batches", "/batches", "b"),
            new Room("orders", "/orders", "o"),
            new Room("exceptions", "/exceptions", "x"),
            new Room("declarations", "/declarations", "d"),
            new Room("scan", "/scan", "w"),
            new Room("planner", "/planner", "e"),
            new Room("containers", "/containers", "c"),
            new Room("trains", "/trains", "r"),
            new Room("routes", "/routes", "p"),
            new Room("yard", "/yard", "y"),
            new Room("map", "/map", "m"),
            new Room("statistics", "/statistics", "s"),
            new Room("price", "/price", "q"),
            new Room("stock", "/stock", "k"),
            new Room("bills", "/bills", "l"),
            new Room("training", "/training", "h"),
            new Room("admin", "/admin", "a"),
            new Room("trail", "/admin/audit", "a"),
            new Room("programs", "/admin/keys", "a"));
}
