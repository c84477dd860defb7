package org.tongdao.declaration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongdao.customs.CebCheck;
import org.tongdao.customs.CebDocument;
import org.tongdao.customs.CebMessage;
import org.tongdao.customs.CebReader;
import org.tongdao.customs.Envelope;
import org.tongdao.customs.Guid;
import org.tongdao.customs.ListReference;
import org.tongdao.customs.Strictness;
import org.tongdao.platform.FolderWire;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code customs cancel} and {@code customs return} have in common: a list out of a message, our number, customs' number, a reason. */
final class LaterPaperOptions {

    @Parameters(paramLabel = "FILE", description = "the message the list went in (603 or 621)")
    private Path file = Path.of("");

    @Option(names = "--list", paramLabel = "NUMBER", description = "copNo of the list, when the message holds several")
    private String list = "";

    @Option(
            names = "--number",
            required = true,
            description = "our number of the new paper: at most 30 characters, imports 20")
    private String number = "";

    @Option(names = "--invt-no", required = true, description = "number that customs gave the list")
    private String invtNo = "";

    @Option(names = "--reason", required = true, description = "why, in words")
    private String reason = "";

    @Option(
            names = "--at",
            required = true,
            paramLabel = "INSTANT",
            description = "time of declaring, such as 2026-11-28T04:00:00Z")
    private Instant at = Instant.EPOCH;

    @Option(names = "--out", required = true, description = "the message to write")
    private Path out = Path.of("");

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    /** Makes the paper out of the list; empty when what stands against it leaves none. */
    @FunctionalInterface
    interface Maker {
        Optional<CebDocument> make(CebDocument list, ListReference reference, List<Finding> against);
    }

    Instant at() {
        return at;
    }

    /** Reads the list, makes the paper, writes it signed; the exit code. */
    int run(Maker maker) throws IOException {
        var source = String.valueOf(file.getFileName());
        var reading = CebReader.read(source, Files.readAllBytes(file));
        var findings = new ArrayList<>(reading.findings());
        var found = reading.message().flatMap(this::find);
        if (reading.message().isPresent() && found.isEmpty()) {
            findings.add(Finding.error(
                    "PAPER-NO-LIST",
                    Place.of(source),
                    list,
                    "The message holds no such list (603 or 621). Say which by --list when it holds several."));
        }
        found.ifPresent(document -> write(document, maker, findings));
        return MessageFiles.print(findings, json, System.out);
    }

    private Optional<CebDocument> find(CebMessage message) {
        var lists = message.documents().stream()
                .filter(d -> d.type().code().matches("CEB603|CEB621"))
                .filter(d -> list.isEmpty() || d.get("copNo").equals(list))
                .toList();
        return lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty();
    }

    private void write(CebDocument document, Maker maker, List<Finding> findings) {
        var against = new ArrayList<Finding>();
        var paper = maker.make(document, new ListReference(number, invtNo, reason, at), against);
        paper.ifPresent(p -> against.addAll(CebCheck.check(p, Strictness.OUTBOUND)));
        findings.addAll(against);
        if (paper.isPresent() && against.stream().noneMatch(Finding::stops)) {
            var message = CebMessage.sent(
                    Guid.of(paper.get().type().code() + "/message/" + number),
                    List.of(paper.get()),
                    Books.shipped().parties().transfer());
            var signer = keys.signer(at);
            FolderWire.writeWhole(out.toAbsolutePath(), Envelope.seal(message, signer));
        }
    }
}
