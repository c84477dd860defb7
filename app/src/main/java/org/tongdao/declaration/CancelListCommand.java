package org.tongdao.declaration;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tongdao.customs.ListPapers;
import org.tongdao.editions.ByPackagedLists;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bin/tongdao customs cancel FILE}: the cancellation of a list (605, 623), signed. */
@Command(
        name = "cancel",
        description = "write and sign the cancellation of a list: 605 for export, 623 for import",
        mixinStandardHelpOptions = true)
final class CancelListCommand implements Callable<Integer>, ByPackagedLists {

    @Mixin
    private LaterPaperOptions options = new LaterPaperOptions();

    @Override
    public List<String> packagedLists() {
        return List.of(Books.PARTIES);
    }

    @Override
    public Integer call() throws IOException {
        return options.run((list, reference, against) -> Optional.of(ListPapers.cancel(list, reference)));
    }
}
