package org.tongdao.yard;

/** What stays of the plan in force as far as it can. */
public enum DayKeep {
    /** Units and times: nothing begins earlier than planned; for mending a plan that people already work by. */
    TIMES,
    /** Units and the order of trains; what can begin earlier does; for a board that follows facts. */
    ORDER
}
