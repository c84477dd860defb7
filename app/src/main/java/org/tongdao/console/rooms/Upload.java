package org.tongdao.console.rooms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.tongdao.console.frame.FileName;
import org.tongdao.intake.BatchReport;
import org.tongdao.intake.ImportRequest;
import org.tongdao.intake.Intake;
import org.tongdao.platform.Tenancy;

/** Brings an uploaded file to the intake under a safe version of its name, and leaves nothing behind. */
@Component
class Upload {

    private final Intake intake;

    Upload(Intake intake) {
        this.intake = intake;
    }

    BatchReport takeIn(MultipartFile file, String merchant) throws IOException {
        Path folder = Files.createTempDirectory("upload");
        Path kept = folder.resolve(FileName.safe(Objects.requireNonNullElse(file.getOriginalFilename(), "")));
        try {
            file.transferTo(kept);
            String owner = Tenancy.merchant().orElse(merchant.isBlank() ? "default" : merchant.strip());
            return intake.importFile(new ImportRequest(kept, owner, Optional.empty()));
        } finally {
            Files.deleteIfExists(kept);
            Files.deleteIfExists(folder);
        }
    }
}
