package org.tongdao.declaration;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Guid;
import org.tongdao.customs.RetailParties;
import org.tongdao.customs.Signer;
import org.tongdao.customs.TradeWay;
import org.tongdao.customs.ZoneLedger;
import org.tongdao.editions.ByPackagedLists;
import org.tongdao.platform.FolderWire;
import org.tongdao.terms.CustomsRegime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bin/tongdao customs build FILE}: orders of any regime and direction become signed messages; what our rules refuse is a finding. */
@Command(
        name = "build",
        description =
                "build and sign the messages of a file of orders: 303, 505, 603 for export, 311, 411, 511, 621 for import",
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer>, ByPackagedLists {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "CSV of order lines, see docs/formats/customs-tables.md")
    private Path file = Path.of("");

    @Option(names = "--out", required = true, description = "folder for the messages")
    private Path out = Path.of("");

    @Option(
            names = "--at",
            required = true,
            paramLabel = "INSTANT",
            description = "time of declaring, such as 2026-11-28T04:00:00Z")
    private Instant at = Instant.EPOCH;

    @Option(
            names = "--regime",
            defaultValue = "9610",
            description = "9610, 9710, 9810 or 1210 (default: ${DEFAULT-VALUE})")
    private String regime = "9610";

    @Option(
            names = "--way",
            defaultValue = "EXPORT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private TradeWay way = TradeWay.EXPORT;

    @Option(names = "--pilot-zone", description = "declared in a pilot zone that takes simplified lists")
    private boolean pilotZone;

    @Option(
            names = "--ledger",
            paramLabel = "NUMBER,CODE,NAME",
            split = ",",
            description = "account book of 1210 and the company in the zone that keeps it")
    private String[] ledger = {};

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    private final RetailParties parties = Books.shipped().parties();

    @Override
    public List<String> packagedLists() {
        return List.of(Books.PARTIES, Books.TARIFF, Books.SCREENING, Books.LIMITS, Books.RATES);
    }

    @Override
    public Integer call() {
        var request = new BuildRequest(new DeclareAs(regime(), pilotZone, ledger(), BigDecimal.ZERO), way, at);
        var built = way == TradeWay.EXPORT ? new ExportBuild(request).read(file) : new ImportBuild(request).read(file);
        int messages = write(built);
        int exit = MessageFiles.print(built.findings(), json, System.out);
        if (!json) {
            System.out.println(built.good() + " of " + built.orders() + " orders, " + messages + " messages in " + out);
        }
        return exit;
    }

    private CustomsRegime regime() {
        try {
            return CustomsRegime.ofCode(regime);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ZoneLedger ledger() {
        if (ledger.length != 0 && ledger.length != 3) {
            throw new ParameterException(
                    spec.commandLine(), "--ledger needs three parts: number of the account book, code, name");
        }
        return ledger.length == 0 ? ZoneLedger.NONE : new ZoneLedger(ledger[0], ledger[1], ledger[2]);
    }

    private int write(Built built) {
        MessageFiles.makeFolder(out);
        Signer signer = keys.signer(at);
        int messages = 0;
        for (var type : built.documents().entrySet()) {
            for (var batch : CebMessage.batches(type.getValue())) {
                var guid = Guid.of(type.getKey() + "/message/" + batch.get(0).get("guid"));
                var sealed = Envelope.seal(CebMessage.sent(guid, batch, parties.transfer()), signer);
                FolderWire.writeWhole(
                        out.resolve(Post.fileName(at, type.getKey(), guid)).toAbsolutePath(), sealed);
                messages++;
            }
        }
        return messages;
    }
}
