package org.tongdao.customs;

/** How goods are declared. */
public enum DeclarationMode {
    /** A list with ten-digit codes, summarised later. */
    LIST,
    /** A list with shortened codes, statistics only. */
    SIMPLIFIED_LIST,
    /** A customs declaration (H2018) instead of a list. */
    DECLARATION
}
