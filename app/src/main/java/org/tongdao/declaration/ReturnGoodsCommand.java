package org.tongdao.declaration;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.ChinaTime;
import org.tongdao.customs.ListPapers;
import org.tongdao.customs.ListReference;
import org.tongdao.customs.RegimeRules;
import org.tongdao.customs.ReturnRules;
import org.tongdao.customs.ReturnTransport;
import org.tongdao.customs.TradeWay;
import org.tongdao.editions.ByPackagedLists;
import org.tongdao.terms.CustomsRegime;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bin/tongdao customs return FILE}: goods of a list come back (213, 625), never more than were declared. */
@Command(
        name = "return",
        description = "write and sign the return of goods of a list: 213 for export, 625 for import",
        mixinStandardHelpOptions = true)
final class ReturnGoodsCommand implements Callable<Integer>, ByPackagedLists {

    @Mixin
    private LaterPaperOptions options = new LaterPaperOptions();

    @Option(
            names = "--row",
            required = true,
            paramLabel = "ROW=QUANTITY",
            description = "how much of which row of the list comes back; again for each row")
    private Map<Integer, BigDecimal> rows = new LinkedHashMap<>();

    @Option(names = "--waybill", defaultValue = "", description = "export: waybill of the way back")
    private String waybill = "";

    @Option(names = "--bill", defaultValue = "", description = "export: its master bill")
    private String bill = "";

    @Option(names = "--vehicle", defaultValue = "", description = "export: train or vehicle")
    private String vehicle = "";

    @Option(names = "--voyage", defaultValue = "", description = "export: its voyage")
    private String voyage = "";

    @Option(
            names = "--mode",
            defaultValue = "3",
            description = "export: mode of transport (default: ${DEFAULT-VALUE}, rail)")
    private String mode = "3";

    @Option(
            names = "--from",
            defaultValue = "",
            description = "export: three-digit customs code of the country it comes from")
    private String from = "";

    @Override
    public List<String> packagedLists() {
        return List.of(Books.PARTIES);
    }

    @Override
    public Integer call() throws IOException {
        return options.run(this::paper);
    }

    private Optional<CebDocument> paper(CebDocument list, ListReference reference, List<Finding> against) {
        against.addAll(ReturnRules.check(list, rows, Map.of()));
        if (list.type().code().equals("CEB621")) {
            return Optional.of(ListPapers.importReturn(list, reference, rows));
        }
        var transport = new ReturnTransport(waybill, bill, mode, vehicle, voyage, from);
        against.addAll(ReturnRules.origin(transport));
        var rules = rules(list);
        if (rules.returnTradeMode().isEmpty()) {
            against.add(Finding.error(
                    "RETURN-REGIME",
                    Place.cell(list.get("copNo"), 0, "tradeMode"),
                    list.get("tradeMode"),
                    "This regime knows no return by list; declare the goods as returned trade."));
            return Optional.empty();
        }
        return Optional.of(ListPapers.exportReturn(list, reference, transport, rows, rules));
    }

    private RegimeRules rules(CebDocument list) {
        return Books.shipped()
                .regimes()
                .on(
                        CustomsRegime.ofCode(list.get("tradeMode")),
                        TradeWay.EXPORT,
                        options.at().atZone(ChinaTime.ZONE).toLocalDate());
    }
}
