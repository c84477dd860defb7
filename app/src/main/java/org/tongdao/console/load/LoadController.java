package org.tongdao.console.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.console.access.SignedIn;
import org.tongdao.consolidation.LoadDesk;
import org.tongdao.consolidation.LoadSheet;
import org.tongdao.consolidation.LoadView;
import org.tongdao.planning.PromiseHistory;

/** One container: the page, its plan for the browser's view, a picture of each layer, the sheet for the wall. */
@Controller
class LoadController {

    static final Set<String> LOADING = Set.of("ADMIN", "OPERATOR", "WAREHOUSE");
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final LoadDesk loads;
    private final LoadReader reader;
    private final PromiseHistory promises;

    LoadController(LoadDesk loads, LoadReader reader, PromiseHistory promises) {
        this.loads = loads;
        this.reader = reader;
        this.promises = promises;
    }

    @GetMapping("/containers/{id}")
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
        var view = get(id);
        var ride = reader.ride(id);
        model.addAttribute("view", view);
        model.addAttribute("promises", promises.ofContainer(id));
        model.addAttribute("boxes", LoadPage.boxes(view));
        model.addAttribute("bars", LoadPage.bars(view.figures()));
        model.addAttribute("layers", view.layers());
        model.addAttribute("ride", ride.orElse(null));
        model.addAttribute("bogies", ride.map(reader::bogies).orElse(null));
        model.addAttribute("left", reader.left(view.head().hub(), view.head().regime()));
        model.addAttribute("byHand", view.head().open() && LOADING.contains(me.role()));
        return "container";
    }

    @GetMapping("/containers/{id}/plan.json")
    @ResponseBody
    LoadPage.Plan plan(@PathVariable long id) {
        return LoadPage.plan(get(id));
    }

    /** @param layer from 1, the floor */
    @GetMapping("/containers/{id}/layers/{layer}.svg")
    ResponseEntity<String> layer(@PathVariable long id, @PathVariable int layer) {
        var view = get(id);
        if (layer < 1 || layer > view.layers().size()) {
            throw none();
        }
        return ResponseEntity.ok().contentType(SVG).body(LayerDrawing.svg(view, layer - 1));
    }

    @GetMapping("/containers/{id}/sheet.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable long id, Locale language) throws IOException {
        var view = get(id);
        var name = ContentDisposition.inline()
                .filename(view.head().containerNo() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(LoadSheet.pdf(view, language.getLanguage()));
    }

    private LoadView get(long id) {
        return loads.find(id).orElseThrow(LoadController::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
