package org.tongdao.console.rooms;

import java.util.List;

/** How a container is filled and where its weight lies. Shares are 0 … 1 of the inside; the middle is 0.5. */
record Balance(double along, double across, double up, double volumeShare, double weightShare) {

    static Balance of(ContainerReader.Container container, List<ContainerReader.Placed> bags, Inside.Type inside) {
        double x = 0;
        double y = 0;
        double z = 0;
        double mass = 0;
        double volume = 0;
        for (var bag : bags) {
            mass += bag.grossG();
            x += bag.grossG() * (bag.xMm() + bag.dxMm() / 2.0);
            y += bag.grossG() * (bag.yMm() + bag.dyMm() / 2.0);
            z += bag.grossG() * (bag.zMm() + bag.dzMm() / 2.0);
            volume += (double) bag.dxMm() * bag.dyMm() * bag.dzMm();
        }
        double m = Math.max(1, mass);
        double room = (double) inside.lengthMm() * inside.widthMm() * inside.heightMm();
        return new Balance(
                x / m / inside.lengthMm(),
                y / m / inside.widthMm(),
                z / m / inside.heightMm(),
                volume / room,
                (double) container.contentG() / (inside.maxGrossG() - container.tareG()));
    }

    public String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
