package org.tongdao.declaration;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.tongdao.customs.TariffImport;
import org.tongdao.platform.FolderWire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/tongdao customs tariff FILE}: turns the official tariff into our table of rates. */
@Command(
        name = "tariff",
        description = "turn the official tariff, saved as CSV, into a table of rates for customs tax",
        mixinStandardHelpOptions = true)
final class TariffCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "CSV with the columns 税则号列, 最惠国税率, 增值税率, 消费税率")
    private Path file = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "first day the rates hold")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--out", required = true, description = "where the table goes")
    private Path out = Path.of("");

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        var text = InputText.read(file);
        if (!text.findings().isEmpty()) {
            return MessageFiles.print(text.findings(), json, System.out);
        }
        var imported = TariffImport.read(text.name(), new StringReader(text.text()), from);
        FolderWire.writeWhole(out.toAbsolutePath(), imported.table().getBytes(StandardCharsets.UTF_8));
        int exit = MessageFiles.print(imported.findings(), json, System.out);
        if (!json) {
            System.out.println(
                    imported.rows() + " lines taken, " + imported.findings().size() + " findings: " + out);
        }
        return exit;
    }
}
