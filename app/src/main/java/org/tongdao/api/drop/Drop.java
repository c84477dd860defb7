package org.tongdao.api.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.platform.PlatformSettings;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.TenantList;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what merchants drop under {@code <home>/drop/<tenant>/<merchant>/in}. A file leaves {@code in} last: killed in between, it is taken in again,
 * recognised, and answered the same.
 */
@Component
class Drop {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path root;
    private final TenantList tenants;
    private final Intake intake;

    Drop(PlatformSettings settings, TenantList tenants, Intake intake) {
        this.root = settings.home().resolve("drop");
        this.tenants = tenants;
        this.intake = intake;
    }

    /** Takes in all files that wait for this tenant; returns how many. */
    int sweep(int tenant) {
        int taken = 0;
        for (var box : boxes(root.resolve(tenants.code(tenant)))) {
            var merchant = box.folder().getFileName().toString();
            for (var file : box.waiting()) {
                Tenancy.asMerchant(tenant, merchant, () -> take(box, merchant, file));
                taken++;
            }
        }
        return taken;
    }

    private int take(Box box, String merchant, Path file) {
        var name = file.getFileName().toString();
        var sha256 = sha256(file);
        var report = intake.importFile(new ImportRequest(file, merchant, Optional.empty()));
        var ack = Ack.of(name, sha256, report);
        if (!ack.errors().isEmpty()) {
            box.place("err", ack.errors(), csv -> intake.writeFindings(report, csv));
        }
        box.put("ack", name + ".ack", JSON.writeValueAsString(ack));
        box.done(file, sha256);
        return report.rows();
    }

    private static List<Box> boxes(Path tenant) {
        if (!Files.isDirectory(tenant)) {
            return List.of();
        }
        try (var merchants = Files.list(tenant)) {
            return merchants
                    .filter(merchant -> Files.isDirectory(merchant.resolve("in")))
                    .sorted()
                    .map(Box::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + tenant, e);
        }
    }

    private static String sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
