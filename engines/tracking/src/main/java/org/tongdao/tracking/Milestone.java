package org.tongdao.tracking;

import java.util.List;
import java.util.Optional;

/**
 * The milestones of a parcel's way, each with the EPCIS event that says it: the vocabulary of every event on this corridor.
 *
 * <p>Only terms of CBV 2.0 are used, but CBV knows no customs release: that business step is an own URI ({@link #CUSTOMS_RELEASING}).
 * T120 is an inspection; a parcel or container kept back says {@code holding} with disposition {@code reserved} ({@link #held}).
 * UPU codes are from memory and not verified.
 */
public enum Milestone {
    /** 订单受理: order accepted (UPU EMA). */
    T010(Level.PARCEL, Form.OBJECT, Action.ADD, "commissioning", "active"),
    /** 入园区仓: received at bonded-zone warehouse (UPU EMB). */
    T020(Level.PARCEL, Form.OBJECT, Action.OBSERVE, "receiving", "in_progress"),
    /** 贴标: label applied. */
    T030(Level.PARCEL, Form.OBJECT, Action.OBSERVE, "encoding", "encoded"),
    /** 清单放行: declaration list released (UPU EXB/EXC). */
    T040(Level.PARCEL, Form.OBJECT, Action.OBSERVE, Milestone.CUSTOMS_RELEASING, "conformant"),
    /** 集包: bagged (UPU EMC). */
    T050(Level.BAG, Form.AGGREGATION, Action.ADD, "packing", "in_progress"),
    /** 装箱封闭: stuffed+sealed. */
    T060(Level.CONTAINER, Form.AGGREGATION, Action.ADD, "packing", "container_closed"),
    /** 装车: loaded on wagon. */
    T070(Level.WAGON, Form.ASSOCIATION, Action.ADD, "loading", "in_progress"),
    /** 编组: marshalled. */
    T080(Level.TRAIN, Form.ASSOCIATION, Action.ADD, "assembling", "in_progress"),
    /** 发车: departed assembly centre. */
    T090(Level.TRAIN, Form.OBJECT, Action.OBSERVE, "departing", "in_transit"),
    /** 到达口岸: arrived border station. */
    T100(Level.TRAIN, Form.OBJECT, Action.OBSERVE, "arriving", "in_transit"),
    /** 海关舱单核对: manifest checked. */
    T110(Level.TRAIN, Form.OBJECT, Action.OBSERVE, "inspecting", "in_progress"),
    /** 查验/机检: physical or X-ray inspection (UPU EXA). */
    T120(Level.CONTAINER, Form.OBJECT, Action.OBSERVE, "inspecting", "conformant"),
    /** 出境放行: exit released (UPU EXC). */
    T130(Level.TRAIN, Form.OBJECT, Action.OBSERVE, Milestone.CUSTOMS_RELEASING, "in_transit"),
    /** 换装(下): lifted off 1435 wagon. */
    T140(Level.WAGON, Form.ASSOCIATION, Action.DELETE, "unloading", "in_progress"),
    /** 换装(上): lifted on 1520 wagon. */
    T150(Level.WAGON, Form.ASSOCIATION, Action.ADD, "loading", "in_progress"),
    /** 重制运单: re-waybilled SMGS/CIM. */
    T160(Level.CONSIGNMENT, Form.TRANSACTION, Action.ADD, "accepting", "in_progress"),
    /** 出境交接: handed over to next railway (UPU EMK). */
    T170(Level.TRAIN, Form.OBJECT, Action.OBSERVE, "shipping", "in_transit"),
    /** 到达目的口岸: arrived EU border (UPU EMJ). */
    T180(Level.TRAIN, Form.OBJECT, Action.OBSERVE, "arriving", "in_transit"),
    /** 欧盟放行: EU import released (UPU EDC). */
    T190(Level.PARCEL, Form.OBJECT, Action.OBSERVE, Milestone.CUSTOMS_RELEASING, "in_transit"),
    /** 到达海外仓: received at overseas warehouse (UPU EMD). */
    T200(Level.CONTAINER, Form.OBJECT, Action.OBSERVE, "receiving", "in_progress"),
    /** 拆箱拆包: unpacked. */
    T210(Level.BAG, Form.AGGREGATION, Action.DELETE, "unpacking", "in_progress"),
    /** 上架: put away. */
    T220(Level.PARCEL, Form.OBJECT, Action.OBSERVE, "storing", "sellable_not_accessible"),
    /** 尾程揽收: handed to last-mile (UPU EMF). */
    T230(Level.PARCEL, Form.OBJECT, Action.OBSERVE, "shipping", "in_transit"),
    /** 派送失败: delivery failed (UPU EMH). */
    T240(Level.PARCEL, Form.OBJECT, Action.OBSERVE, "holding", "in_transit"),
    /** 妥投: delivered (UPU EMI). */
    T250(Level.PARCEL, Form.OBJECT, Action.OBSERVE, "accepting", "inactive"),
    /** 退运: returned. */
    T900(Level.PARCEL, Form.OBJECT, Action.OBSERVE, "shipping", "returned");

    /** What is seen: one node of the tree, or the papers. */
    public enum Level {
        PARCEL,
        BAG,
        CONTAINER,
        WAGON,
        TRAIN,
        CONSIGNMENT
    }

    /** Which of the four event shapes says it. */
    public enum Form {
        OBJECT,
        AGGREGATION,
        ASSOCIATION,
        TRANSACTION
    }

    /** Our business step for a release by customs. */
    public static final String CUSTOMS_RELEASING = "urn:tongdao:bizstep:customs_releasing";

    private final Level level;
    private final Form form;
    private final Action action;
    private final String bizStep;
    private final String disposition;

    Milestone(Level level, Form form, Action action, String bizStep, String disposition) {
        this.level = level;
        this.form = form;
        this.action = action;
        this.bizStep = bizStep;
        this.disposition = disposition;
    }

    public Level level() {
        return level;
    }

    public Form form() {
        return form;
    }

    public Action action() {
        return action;
    }

    public String bizStep() {
        return bizStep;
    }

    public String disposition() {
        return disposition;
    }

    public static Optional<Milestone> find(String code) {
        for (Milestone milestone : values()) {
            if (milestone.name().equals(code)) {
                return Optional.of(milestone);
            }
        }
        return Optional.empty();
    }

    /** The event of this milestone about objects without a parent; only milestones of form OBJECT. */
    public EpcisEvent event(Sighting sighting, List<String> epcs) {
        return event(sighting, "", epcs);
    }

    /** The event of this milestone about children of {@code parent}; T160 also needs its paper: {@link #onPaper}. */
    public EpcisEvent event(Sighting sighting, String parent, List<String> epcs) {
        return of(EventContext.of(sighting, Why.of(bizStep, disposition)), parent, epcs);
    }

    /** The event of a milestone that belongs to a paper, such as the new consignment note of T160. */
    public EpcisEvent onPaper(Sighting sighting, BizTransaction paper, List<String> epcs) {
        return of(EventContext.of(sighting, Why.of(bizStep, disposition).with(paper)), "", epcs);
    }

    /** Objects kept back by an authority: T120 with step {@code holding}, disposition {@code reserved} and the reason in {@code tongdao:reason}. */
    public static EpcisEvent held(Sighting sighting, List<String> epcs, String reason) {
        var context = EventContext.of(sighting, Why.of("holding", "reserved")).with(Hold.REASON, reason);
        return T120.of(context, "", epcs);
    }

    private EpcisEvent of(EventContext bare, String parent, List<String> epcs) {
        var context = bare.with(EpcisEvent.MILESTONE, name());
        return switch (form) {
            case OBJECT -> new ObjectEvent(context, action, epcs);
            case AGGREGATION -> new AggregationEvent(context, action, parent, epcs);
            case ASSOCIATION -> new AssociationEvent(context, action, parent, epcs);
            case TRANSACTION -> new TransactionEvent(context, action, parent, epcs);
        };
    }
}
