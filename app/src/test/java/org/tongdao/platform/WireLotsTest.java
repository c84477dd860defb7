package org.tongdao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireLotsTest {

    @TempDir
    Path folder;

    private List<Path> files(int count) throws IOException {
        var files = new ArrayList<Path>();
        for (int i = 0; i < count; i++) {
            files.add(Files.writeString(folder.resolve("f%04d".formatted(i)), "x"));
        }
        return files;
    }

    private static int next(WireLots lots) {
        return lots.next().map(lot -> lot.files().size()).orElse(0);
    }

    @Test
    void theFirstLotIsSmallAndNoFileIsLeftOutOrTakenTwice() throws IOException {
        var lots = new WireLots(files(400));
        assertThat(List.of(next(lots), next(lots), next(lots), next(lots))).containsExactly(64, 256, 80, 0);
    }

    @Test
    void fewFilesNeedOneHandAndManyNoMoreThanThree() throws IOException {
        var all = files(1000);
        assertThat(new WireLots(List.of()).hands()).isEqualTo(1);
        assertThat(new WireLots(all.subList(0, 64)).hands()).isEqualTo(1);
        assertThat(new WireLots(all.subList(0, 65)).hands()).isEqualTo(2);
        assertThat(new WireLots(all).hands()).isEqualTo(3);
    }

    @Test
    void aLotWaitsForTheOneBeforeAndFailsWithIt() throws IOException {
        var lots = new WireLots(files(400));
        var first = lots.next().orElseThrow();
        var second = lots.next().orElseThrow();
        assertThat(first.before()).isCompleted();
        assertThat(second.before()).isNotDone();
        lots.stop(first, new IllegalStateException("broken"));
        assertThatThrownBy(() -> second.before().join()).isInstanceOf(CompletionException.class);
        assertThat(lots.next()).isEmpty();
    }
}
