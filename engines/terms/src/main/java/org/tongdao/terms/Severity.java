package org.tongdao.terms;

/** How much a {@link Finding} matters: an error stops its row or unit, a warning goes on and is shown, information only explains. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
