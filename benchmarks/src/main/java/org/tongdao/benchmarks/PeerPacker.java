package org.tongdao.benchmarks;

import com.github.skjolber.packing.api.Box;
import com.github.skjolber.packing.api.Container;
import com.github.skjolber.packing.api.ContainerItem;
import com.github.skjolber.packing.api.Packager;
import com.github.skjolber.packing.api.StackableItem;
import com.github.skjolber.packing.packer.laff.LargestAreaFitFirstPackager;
import com.github.skjolber.packing.packer.plain.PlainPackager;
import java.util.ArrayList;
import java.util.List;
import org.tongdao.loading.PackProblem;

/**
 * The Java packers a user would find first, skjolber's 3d-bin-container-packing, with their own defaults. They load everything into as many containers as it
 * takes, so the fullest of them is their best subset for one.
 */
enum PeerPacker {
    PLAIN(PlainPackager.newBuilder().build()),
    LAFF(LargestAreaFitFirstPackager.newBuilder().build());

    private static final int MOST_CONTAINERS = 20;

    private final Packager<?> packager;

    PeerPacker(Packager<?> packager) {
        this.packager = packager;
    }

    /** Share of the fullest container, 0 when it found nothing. */
    double fill(PackProblem problem) {
        return pack(problem).stream()
                        .mapToLong(c -> c.getStack().getPlacements().stream()
                                .mapToLong(p -> p.getStackable().getVolume())
                                .sum())
                        .max()
                        .orElse(0)
                / (double) problem.volume();
    }

    private List<Container> pack(PackProblem problem) {
        var container = Container.newBuilder()
                .withDescription("container")
                .withSize(problem.length(), problem.width(), problem.height())
                .withEmptyWeight(0)
                .withMaxLoadWeight(Integer.MAX_VALUE)
                .build();
        var items = new ArrayList<StackableItem>();
        problem.types().forEach(t -> items.add(new StackableItem(box(t), t.quantity())));
        return packager.newResultBuilder()
                .withContainers(ContainerItem.newListBuilder()
                        .withContainer(container, MOST_CONTAINERS)
                        .build())
                .withStackables(items)
                .withMaxContainerCount(MOST_CONTAINERS)
                .build()
                .getContainers();
    }

    /** Its builder knows all six positions or those about the vertical; a type with two upright lengths gets all six, to its advantage. */
    private static Box box(PackProblem.BoxType type) {
        var sizes = type.sizes();
        var builder = Box.newBuilder()
                .withId("" + type.id())
                .withDescription("" + type.id())
                .withSize(sizes.get(0), sizes.get(1), sizes.get(2))
                .withWeight(0);
        boolean many = type.upright().stream().filter(u -> u).count() > 1;
        return (many ? builder.withRotate3D() : builder.withRotate2D()).build();
    }
}
