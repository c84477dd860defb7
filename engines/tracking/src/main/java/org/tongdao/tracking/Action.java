package org.tongdao.tracking;

/** What an event does to the relation or life of its objects (EPCIS 2.0 §7.3.2): begins, only sees, ends. */
public enum Action {
    ADD,
    OBSERVE,
    DELETE
}
