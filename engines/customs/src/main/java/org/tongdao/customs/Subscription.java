package org.tongdao.customs;

/** A further party that wants copies ({@code BaseSubscribe}, up to five). */
public record Subscription(String status, String dxpMode, String dxpAddress, String note) {}
