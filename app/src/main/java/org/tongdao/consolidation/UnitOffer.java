package org.tongdao.consolidation;

import java.util.List;
import java.util.stream.LongStream;
import org.tongdao.consolidation.LoadPlanDocument.NotWhole;
import org.tongdao.loading.BagRules;
import org.tongdao.loading.Bagging;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.LoadAnswer.Loaded;
import org.tongdao.loading.LoadProblem;
import org.tongdao.loading.Pallet;
import org.tongdao.loading.PalletLoad;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads out of a plan what was offered to pallets or bags, of which kind these are, and each of them. A plan that lacks one of these cannot be judged. */
final class UnitOffer {

    private UnitOffer() {}

    static List<Cargo> cargo(JsonNode root, LoadProblem input) {
        List<Cargo> offered = PlanJson.WHOLE.readerForListOf(Cargo.class).readValue(list(root, "offered"));
        PlanInput.fault(input.with(offered)).ifPresent(why -> {
            throw new NotWhole("offered: " + why);
        });
        return offered;
    }

    static Pallet pallet(JsonNode root) {
        var pallet = read(root, "pallet", Pallet.class);
        boolean sized = LongStream.of(
                        pallet.lengthMm(), pallet.widthMm(), (long) pallet.maxHeightMm() - pallet.deckMm())
                .allMatch(LoadProblem::isLength);
        boolean thick = LongStream.of(pallet.deckMm(), pallet.overhangMm())
                .allMatch(mm -> mm >= 0 && mm <= LoadProblem.MOST_MM);
        if (!sized || !thick || pallet.tareG() < 0 || pallet.maxGrossG() <= pallet.tareG() || pallet.mostOnTopG() < 0) {
            throw new NotWhole("no pallet can be " + pallet);
        }
        return pallet;
    }

    static BagRules bag(JsonNode root) {
        var bag = read(root, "bag", BagRules.class);
        boolean sized = LongStream.of(
                        bag.full().lengthMm(), bag.full().widthMm(), bag.full().heightMm())
                .allMatch(LoadProblem::isLength);
        if (!sized || bag.tareG() < 0 || bag.maxGrossG() <= bag.tareG() || bag.maxVolumeMm3() < 1) {
            throw new NotWhole("no bag can be " + bag);
        }
        return bag;
    }

    /** One pallet with its boxes; more or fewer than one load is none. */
    static PalletLoad load(JsonNode node, Pallet pallet) {
        var no = read(node, "no", String.class);
        List<Loaded> loaded = PlanJson.WHOLE.readerForListOf(Loaded.class).readValue(list(node, "containers"));
        var problem = read(node, "input", LoadProblem.class);
        if (loaded.size() != 1) {
            throw new NotWhole(no + " has " + loaded.size() + " loads");
        }
        if (problem.fleet().isEmpty()
                || !loaded.get(0).offer().equals(problem.fleet().get(0))) {
            throw new NotWhole(no + " is loaded on what its input does not have");
        }
        var sorting = read(node, "sorting", Cargo.Sorting.class);
        return new PalletLoad(no, pallet, sorting, problem, loaded.get(0).boxes());
    }

    static Bagging.Bag bagged(JsonNode node) {
        List<String> parcels = PlanJson.WHOLE.readerForListOf(String.class).readValue(list(node, "parcels"));
        return new Bagging.Bag(
                parcels,
                read(node, "grossG", Long.class),
                read(node, "volumeMm3", Long.class),
                read(node, "piece", Boolean.class));
    }

    static JsonNode list(JsonNode node, String member) {
        if (!node.path(member).isArray()) {
            throw new NotWhole(member + " is missing");
        }
        return node.path(member);
    }

    private static <T> T read(JsonNode node, String member, Class<T> type) {
        if (node.path(member).isMissingNode() || node.path(member).isNull()) {
            throw new NotWhole(member + " is missing");
        }
        try {
            return PlanJson.WHOLE.treeToValue(node.path(member), type);
        } catch (JacksonException e) {
            throw new NotWhole(member + ": " + PlanJson.why(e));
        }
    }
}
