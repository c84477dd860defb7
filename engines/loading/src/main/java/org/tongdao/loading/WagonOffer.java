package org.tongdao.loading;

/**
 * A model of wagon that can be had for a train, when the train is not made of one model.
 *
 * @param loadingFt containers on it are at most so long together, by their nominal feet: 45' and 20' share an 80' wagon, not a 60' one
 * @param available wagons of it
 * @param cost of one, in any unit; equal costs ask for the fewest wagons
 */
public record WagonOffer(Wagon wagon, int loadingFt, int available, int cost) {}
