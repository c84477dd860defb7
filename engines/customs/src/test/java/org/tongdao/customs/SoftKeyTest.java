package org.tongdao.customs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftKeyTest {

    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
        var file = folder.resolve("keys/customs.pem");
        var first = open(file);
        var again = open(file);
        assertThat(again.certificate()).isEqualTo(first.certificate());
        assertThat(again.sign(new byte[] {1})).isEqualTo(first.sign(new byte[] {1}));
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aSignatureHoldsForItsContentOnly() throws IOException {
        var key = Sm2.publicKey(new X509CertificateHolder(Samples.KEY.certificate()).getSubjectPublicKeyInfo());
        byte[] content = "通道".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] signature = Samples.KEY.sign(content);
        assertThat(signature).hasSize(64);
        assertThat(Sm2.verify(key, content, signature)).isTrue();
        assertThat(Sm2.verify(key, new byte[] {1}, signature)).isFalse();
        signature[10] ^= 1;
        assertThat(Sm2.verify(key, content, signature)).isFalse();
        assertThat(Sm2.verify(key, content, new byte[63])).isFalse();
    }

    @Test
    void differentContentsUseDifferentSecretNumbers() {
        var one = Samples.KEY.sign(new byte[] {1});
        var two = Samples.KEY.sign(new byte[] {2});
        assertThat(java.util.Arrays.copyOf(one, 32)).isNotEqualTo(java.util.Arrays.copyOf(two, 32));
    }

    @Test
    void aFileThatHoldsNoKeyIsRefusedInWords() throws IOException {
        var file = Files.writeString(folder.resolve("broken.pem"), "nothing");
        assertThatThrownBy(() -> open(file)).hasMessageContaining("broken.pem");
    }

    private static SoftKey open(Path file) {
        return SoftKey.openOrCreate(file, Samples.NOW, new SecureRandom());
    }
}
