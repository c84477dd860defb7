package org.tongdao.bench;

/** Who scans; the role decides what may be taken back. */
public record Worker(String name, String role) {

    boolean mayReverse() {
        return role.equals("ADMIN") || role.equals("OPERATOR") || role.equals("DISPATCHER");
    }
}
