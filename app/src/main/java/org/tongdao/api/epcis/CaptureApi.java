package org.tongdao.api.epcis;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongdao.api.Trail;
import org.tongdao.api.http.Cursor;
import org.tongdao.api.http.MediaTypes;
import org.tongdao.api.http.Problem;
import org.tongdao.api.http.ProblemException;
import org.tongdao.api.key.Caller;
import org.tongdao.visibility.EpcisDesk;

/** Events that partners tell: put down at once, worked at after, with the outcome of each. */
@RestController
class CaptureApi {

    private static final String BEHAVIOUR = "GS1-Capture-Error-Behaviour";
    private static final int MOST_BYTES = 8 << 20;

    private final EpcisDesk desk;
    private final Trail trail;
    private final TransactionTemplate together;

    CaptureApi(EpcisDesk desk, Trail trail, PlatformTransactionManager transactions) {
        this.desk = desk;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
    }

    @PostMapping("/api/v1/epcis/capture")
    ResponseEntity<Void> capture(
            @RequestHeader(name = BEHAVIOUR, defaultValue = "proceed") String behaviour, HttpServletRequest http)
            throws IOException {
        Partners.only(http);
        MediaTypes.json(http);
        if (!behaviour.equals("proceed") && !behaviour.equals("rollback")) {
            throw ProblemException.parameter(BEHAVIOUR, "proceed or rollback.");
        }
        byte[] body = http.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ProblemException(
                    Problem.of(413, "too-large", "At most 8 MB fit a call; send several documents."));
        }
        CaptureDocument.check(body);
        var key = Caller.of(http);
        long id = Objects.requireNonNull(together.execute(t -> {
            long put = desk.capture(new EpcisDesk.Teller(key.id(), key.name()), body, behaviour.equals("rollback"));
            trail.write(key, "epcis capture", "" + put);
            return put;
        }));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Location", "/api/v1/epcis/capture/" + id)
                .header(BEHAVIOUR, behaviour)
                .headers(Partners.VERSIONS)
                .build();
    }

    @GetMapping("/api/v1/epcis/capture/{id}")
    CaptureDocument.State state(@PathVariable long id, HttpServletRequest http) {
        Partners.only(http);
        return desk.find(id, Caller.of(http).id()).map(CaptureDocument::state).orElseThrow(ProblemException::notFound);
    }

    @GetMapping(path = "/api/v1/epcis/capture", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<java.util.List<CaptureDocument.State>> list(
            @RequestParam(defaultValue = "30") int perPage,
            @RequestParam(required = false) @Nullable String nextPageToken,
            HttpServletRequest http) {
        Partners.only(http);
        int most = Partners.perPage(perPage);
        var rows = desk.list(Caller.of(http).id(), Cursor.read(nextPageToken), most + 1);
        var shown = rows.subList(0, Math.min(most, rows.size()));
        Optional<String> next = rows.size() > most
                ? Optional.of(Cursor.write(shown.get(most - 1).id()))
                : Optional.empty();
        return ResponseEntity.ok()
                .headers(Partners.headers(http, next))
                .body(shown.stream().map(CaptureDocument::state).toList());
    }
}
