package org.tongdao.declaration;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tongdao.customs.EuroRateImport;
import org.tongdao.customs.EuroRateImport.Rhythm;
import org.tongdao.platform.FolderWire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/tongdao customs rates FILE}: turns published rates of the euro into the table that countries of arrival are counted by. */
@Command(
        name = "rates",
        description =
                "turn published euro rates, saved as CSV, into the dated table that EUR 150 and EUR 200 are counted by",
        mixinStandardHelpOptions = true)
final class RatesCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "CSV with a column Date and one column a currency, units for one euro")
    private Path file = Path.of("");

    @Option(names = "--daily", description = "each day its own rate instead of one a month as EU customs counts")
    private boolean daily;

    @Option(
            names = "--out",
            defaultValue = "var/eur-rates.csv",
            description = "where the table goes (default: ${DEFAULT-VALUE}, where the server looks)")
    private Path out = Path.of("");

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        var text = InputText.read(file);
        if (!text.findings().isEmpty()) {
            return MessageFiles.print(text.findings(), json, System.out);
        }
        var imported =
                EuroRateImport.read(text.name(), new StringReader(text.text()), daily ? Rhythm.DAY : Rhythm.MONTH);
        if (imported.rows() > 0) {
            var folder = out.toAbsolutePath().getParent();
            if (folder != null) {
                MessageFiles.makeFolder(folder);
            }
            FolderWire.writeWhole(out.toAbsolutePath(), imported.table().getBytes(StandardCharsets.UTF_8));
        }
        int exit = MessageFiles.print(imported.findings(), json, System.out);
        if (!json) {
            System.out.println(imported.rows() + " rates taken, "
                    + imported.findings().size() + " findings"
                    + (imported.rows() > 0 ? ": " + out : "; nothing was written"));
        }
        return imported.rows() == 0 ? 1 : exit;
    }
}
