package org.tongdao.planning;

import java.util.List;
import org.tongdao.routing.Offer;

/** The ways to one hub: the one we take, and all that no other beats in time, cost, CO2 and risk. */
public record Lane(String hub, Offer chosen, List<Offer> alternatives) {}
