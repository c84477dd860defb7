package org.tongdao.routing;

/** A journey with its odds: what is shown to the one who chooses. */
public record Offer(Journey journey, Odds odds) {}
