package org.tongdao.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.platform.WorkStopped;

class KeyFileTest {

    private static final String HEAD = "name,kind,address,secret_file,per_minute\n";

    @TempDir
    Path folder;

    @Test
    void withoutAFileThereIsOneSoftKey() {
        var ring = new KeyFile(folder).ring();
        assertThat(ring.seal(Lists.message(), Lists.NOW).keyName()).isNotBlank();
        assertThat(folder.resolve("customs-sm2.pem")).exists();
    }

    @Test
    void keysAreAskedInTheOrderOfTheirLines() throws IOException {
        write("first,soft,a.pem,,\nsecond,soft,b.pem,,\n");
        var file = new KeyFile(folder);
        var name = file.ring().seal(Lists.message(), Lists.NOW).keyName();
        assertThat(name).isEqualTo(file.signer("soft", "a.pem", file.secret("")).keyName());
        assertThat(name)
                .isNotEqualTo(file.signer("soft", "b.pem", file.secret("")).keyName());
    }

    @Test
    void aWrongLineIsSaidInWords() throws IOException {
        write("first,cloud,a.pem,,\n");
        assertThatThrownBy(() -> new KeyFile(folder).ring()).isInstanceOfSatisfying(WorkStopped.class, e -> {
            assertThat(e.rule()).isEqualTo("KEY-CONFIG");
            assertThat(e.value()).contains("cloud", "smart-key");
        });
        write("first,pkcs12,a.p12,,\n");
        assertThatThrownBy(() -> new KeyFile(folder).ring())
                .isInstanceOfSatisfying(
                        WorkStopped.class, e -> assertThat(e.value()).contains("signers.csv"));
        write("first,soft,a.pem,,\nfirst,soft,b.pem,,\n");
        assertThatThrownBy(() -> new KeyFile(folder).ring())
                .isInstanceOfSatisfying(
                        WorkStopped.class, e -> assertThat(e.value()).contains("'first' stands twice"));
        write("first,soft,a.pem,,many\n");
        assertThatThrownBy(() -> new KeyFile(folder).ring()).isInstanceOf(WorkStopped.class);
    }

    @Test
    void anEmptyListMeansThatNothingIsSigned() throws IOException {
        write("");
        assertThatThrownBy(() -> new KeyFile(folder).ring().seal(Lists.message(), Lists.NOW))
                .isInstanceOfSatisfying(
                        WorkStopped.class, e -> assertThat(e.rule()).isEqualTo("KEY-NONE"));
    }

    private void write(String lines) throws IOException {
        Files.writeString(folder.resolve("signers.csv"), HEAD + lines);
    }
}
