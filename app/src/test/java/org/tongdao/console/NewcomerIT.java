package org.tongdao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongdao.console.access.People;
import org.tongdao.emulator.MerchantExport;
import org.tongdao.platform.TestHome;

/** The first hour of somebody new: start, sign in, upload a file, press the button, watch it arrive – and the power fails in the middle. */
class NewcomerIT {

    /** Four days a second. */
    private static final int HURRY = 345_600;

    private static final Pattern STAGE =
            Pattern.compile("<td>([A-Z][a-z ]+)</td><td class=\"num\">([0-9,]+)</td><td><svg class=\"bar\"");

    @Test
    void anUploadedFileIsSeenDeliveredAlthoughTheProcessIsKilledInTheMiddle() throws Exception {
        var folder = TestHome.create();
        var first = ServeProcess.start(folder, HURRY);
        String page;
        try {
            var newcomer = signIn(first, first.code());
            page = upload(newcomer, folder);
            var batch = newcomer.get(page).body();
            assertThat(batch)
                    .contains("Declare to customs (", "Far side emulated")
                    .doesNotContain("hx-trigger=\"every");
            newcomer.post(page, page + "/declare", Map.of());
            assertThat(newcomer.get(page).body()).doesNotContain("Declare to customs (");
            await(newcomer, page, "Released by customs", 1);
        } finally {
            first.kill();
        }
        var second = ServeProcess.start(folder, HURRY);
        try {
            var newcomer = new Visitor(second.port());
            newcomer.signIn("admin", People.PASSWORD);
            long declared = stage(newcomer, page, "Declared");
            await(newcomer, page, "Delivered", declared * 3 / 4);
            assertThat(newcomer.get("/admin/jobs").body())
                    .contains("id=\"jobs\"")
                    .doesNotContain("JOB-FAILED", "A job failed");
            assertThat(newcomer.get("/today").body()).contains("Far side emulated");
            assertThat(new Visitor(second.port()).get("/track").body()).contains("class=\"far\"");
        } finally {
            assertThat(second.end()).doesNotContain("Exception", "\tat ");
        }
        assertThat(folder.resolve("home/db/data/postmaster.pid")).doesNotExist();
    }

    private static Visitor signIn(ServeProcess serve, String code) {
        var visitor = new Visitor(serve.port());
        visitor.post(
                "/welcome?code=" + code,
                "/welcome",
                Map.of("code", code, "password", People.PASSWORD, "again", People.PASSWORD));
        assertThat(visitor.get("/today").statusCode()).isEqualTo(200);
        return visitor;
    }

    private static String upload(Visitor visitor, Path folder) throws Exception {
        var file = folder.resolve("orders.csv");
        MerchantExport.write(file, 30, 3);
        var answer = visitor.upload("/batches", "/batches", "orders.csv", Files.readString(file));
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static void await(Visitor visitor, String page, String stage, long parcels) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (stage(visitor, page, stage) < parcels) {
            assertThat(System.nanoTime())
                    .as(stage + ": " + stagesOf(visitor.get(page).body()))
                    .isLessThan(end);
            Thread.sleep(300);
        }
    }

    private static long stage(Visitor visitor, String page, String name) {
        return Long.parseLong(
                stagesOf(visitor.get(page).body()).getOrDefault(name, "0").replace(",", ""));
    }

    private static Map<String, String> stagesOf(String page) {
        return STAGE.matcher(page)
                .results()
                .collect(java.util.stream.Collectors.toMap(m -> m.group(1), m -> m.group(2)));
    }
}
