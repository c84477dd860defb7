package org.tongdao.declaration;

import org.tongdao.customs.RetailParcel;

/**
 * A parcel whose turn it is.
 *
 * @param attempt 1, or one more than the declaration it supersedes
 * @param supersedes id of that declaration, 0 when there is none
 * @param papers also send order and waybill; they stay when only the list was refused
 * @param as the terms of its file
 */
record DueParcel(long id, int attempt, long supersedes, boolean papers, RetailParcel parcel, DeclareAs as) {}
