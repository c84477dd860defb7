package org.tongdao.training;

/** A fact that a lesson asks for. Each is one question to the tables of the ground, so that a score can be worked out again at any time. */
enum Goal {
    /** Every parcel was declared. */
    DECLARED("""
            SELECT count(*) > 0 AND count(*) = count(d.parcel_id) FROM parcel p
            LEFT JOIN (SELECT DISTINCT parcel_id FROM declaration WHERE tenant_id = current_tenant()) d ON d.parcel_id = p.id
            WHERE p.tenant_id = current_tenant()"""),
    /** Every parcel is released. */
    RELEASED("""
            SELECT count(*) > 0 AND count(*) = count(c.parcel_id) FROM parcel p
            LEFT JOIN clearance c ON c.tenant_id = p.tenant_id AND c.parcel_id = p.id
            WHERE p.tenant_id = current_tenant()"""),
    /** Every parcel is released, and none was declared more than twice. */
    NOT_HAMMERED("""
            SELECT (SELECT count(*) FROM clearance WHERE tenant_id = current_tenant()) > 0
               AND (SELECT count(*) FROM clearance WHERE tenant_id = current_tenant()) = (SELECT count(*) FROM parcel WHERE tenant_id = current_tenant())
               AND NOT EXISTS (SELECT FROM declaration WHERE tenant_id = current_tenant() AND attempt > 2)"""),
    /** Every parcel that customs wants to see has a time with its inspectors. */
    RESERVED("""
            SELECT count(*) > 0 AND count(*) = count(b.parcel_id) FROM parcel p
            JOIN customer_order o ON o.tenant_id = p.tenant_id AND o.id = p.order_id AND o.order_no LIKE '%TEST-INSPECT%'
            LEFT JOIN inspection_booking b ON b.tenant_id = p.tenant_id AND b.parcel_id = p.id
            WHERE p.tenant_id = current_tenant()"""),
    /** The crane that broke is closed on the board of the station where it stands, for as long as was told. */
    CRANE_CLOSED("""
            SELECT EXISTS (SELECT FROM yard_trouble y JOIN training_world w ON w.tenant_id = y.tenant_id
            WHERE y.tenant_id = current_tenant() AND y.kind = 'CLOSED' AND y.resource = 'CRANE' AND y.unit IN (0, 1)
              AND y.from_at <= w.begun_at + interval '90 minutes' AND y.until_at >= w.begun_at + interval '7 hours 30 minutes')"""),
    /** The board knows that the train comes late. */
    LATE_ENTERED("""
            SELECT EXISTS (SELECT FROM yard_trouble y
            JOIN training_world w ON w.tenant_id = y.tenant_id
            WHERE y.tenant_id = current_tenant() AND y.kind = 'LATE'
              AND abs(extract(epoch FROM y.from_at - (w.begun_at + interval '8 hours'))) <= 1800)"""),
    /** After that the plan was looked at again: somebody moved, improved or confirmed it. */
    PLAN_ANSWERED("""
            SELECT EXISTS (SELECT FROM yard_plan p JOIN yard_disturbance y ON y.tenant_id = p.tenant_id AND y.station = p.station AND p.version > y.version
            WHERE p.tenant_id = current_tenant() AND p.kind IN ('IMPROVE', 'MOVE', 'CONFIRM', 'REORDER'))""");

    private final String question;

    Goal(String question) {
        this.question = question;
    }

    String question() {
        return question;
    }
}
