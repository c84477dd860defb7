package org.tongdao.loading;

import org.tongdao.terms.Size;

/**
 * A kind of pallet and how high and heavy it may be loaded.
 *
 * @param lengthMm of the deck; width likewise
 * @param deckMm height of the empty pallet
 * @param maxHeightMm with the pallet itself
 * @param maxGrossG with the pallet itself
 * @param overhangMm how far boxes may reach over each edge of the deck
 * @param mostOnTopG what the loaded pallet bears; 0 when nothing may stand on it
 */
public record Pallet(
        int lengthMm,
        int widthMm,
        int deckMm,
        long tareG,
        int maxHeightMm,
        long maxGrossG,
        int overhangMm,
        long mostOnTopG) {

    /** EUR 1 of EN 13698-1: 1,200 × 800 × 144 mm, 25 kg, 1,500 kg on the deck; 1,800 mm high is what warehouses usually take. */
    public static final Pallet EUR = new Pallet(1_200, 800, 144, 25_000, 1_800, 1_525_000, 0, 0);

    /** EUR 2 of EN 13698-2 turned lengthways: 1,200 × 1,000 × 162 mm, about 35 kg, 1,250 kg on the deck. */
    public static final Pallet EUR_2 = new Pallet(1_200, 1_000, 162, 35_000, 1_800, 1_285_000, 0, 0);

    /** The room above the deck, as a container for what stands on it. */
    ContainerType room() {
        var inner = new Size(lengthMm + 2 * overhangMm, widthMm + 2 * overhangMm, maxHeightMm - deckMm);
        return new ContainerType("pallet", inner, tareG, maxGrossG);
    }
}
