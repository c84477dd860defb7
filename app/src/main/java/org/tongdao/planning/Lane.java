package org.tongdao.planning;

import java.util.List;
import org.tongdao.routing.Itinerary;

/** The ways to one hub: the one we take, and all that no other beats in both time and cost. */
public record Lane(String hub, Itinerary chosen, List<Itinerary> alternatives) {}
