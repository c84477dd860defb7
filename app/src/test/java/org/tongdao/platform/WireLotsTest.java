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

    @Test
    void theFirstAndTheLastLotsAreSmallAndNoFileIsLeftOutOrTakenTwice() throws IOException {
        var all = files(700);
        var lots = new WireLots(all);
        var sizes = new ArrayList<Integer>();
        var taken = new ArrayList<Path>();
        for (var lot = lots.next(); lot.isPresent(); lot = lots.next()) {
            sizes.add(lot.get().files().size());
            taken.addAll(lot.get().files());
        }
        assertThat(sizes).containsExactly(64, 128, 128, 126, 84, 56, 38, 32, 32, 12);
        assertThat(taken).isEqualTo(all);
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
