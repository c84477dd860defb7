package org.tongdao.console.load;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.Glossary;
import org.tongdao.consolidation.LoadDesk;
import org.tongdao.consolidation.LoadHand;
import org.tongdao.consolidation.LoadTrial;
import org.tongdao.consolidation.LoadView;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Finding;

/** Loading by hand: the browser sends where every box stands, the server judges, fills and stores. */
@RestController
@RequestMapping("/containers/{id}/load")
class HandController {

    private static final int MOST_BOXES = 10_000;
    private static final int MOST_MM = 100_000;

    /** A box as the browser has it. */
    record At(String bag, int[] at, int[] size) {

        Stowed stowed() {
            return new Stowed(bag, at[0], at[1], at[2], size[0], size[1], size[2]);
        }

        boolean isSound() {
            boolean whole = bag != null && at != null && size != null;
            return whole && at.length == 3 && size.length == 3 && near(at) && near(size);
        }

        private static boolean near(int[] lengths) {
            return java.util.Arrays.stream(lengths).allMatch(n -> Math.abs(n) <= MOST_MM);
        }
    }

    record Load(int version, List<At> boxes) {}

    /** One thing that speaks against the load; {@code bag} is empty when it is the whole. */
    record Told(String rule, String text, String bag, String value, String maybe) {}

    record Answer(
            List<At> boxes,
            List<LoadPage.Bar> bars,
            List<Told> findings,
            List<Told> leftOut,
            boolean mayGo,
            int version) {}

    private final LoadDesk loads;
    private final LoadWork work;
    private final Glossary glossary;

    HandController(LoadDesk loads, LoadWork work, Glossary glossary) {
        this.loads = loads;
        this.work = work;
        this.glossary = glossary;
    }

    @PostMapping("/try")
    Answer attempt(@PathVariable long id, @RequestBody Load load, Locale language) {
        return answer(loads.attempt(get(id), boxes(load)), language);
    }

    @PostMapping("/fill")
    Answer fill(@PathVariable long id, @RequestBody Load load, Locale language) {
        return answer(loads.fill(get(id), boxes(load)), language);
    }

    @PostMapping("/save")
    Answer save(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestBody Load load, Locale language) {
        return answer(work.save(me, get(id), new LoadHand(me.name(), load.version()), boxes(load)), language);
    }

    @PostMapping("/undo")
    Answer undo(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestBody Load load, Locale language) {
        return answer(work.undo(me, get(id), new LoadHand(me.name(), load.version())), language);
    }

    private static List<Stowed> boxes(Load load) {
        if (load.boxes() == null
                || load.boxes().size() > MOST_BOXES
                || !load.boxes().stream().allMatch(At::isSound)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return load.boxes().stream().map(At::stowed).toList();
    }

    private Answer answer(LoadTrial trial, Locale language) {
        return new Answer(
                trial.boxes().stream()
                        .map(b ->
                                new At(b.cargo(), new int[] {b.x(), b.y(), b.z()}, new int[] {b.dx(), b.dy(), b.dz()}))
                        .toList(),
                LoadPage.bars(trial.figures()),
                trial.findings().stream().map(f -> told(f, language)).toList(),
                trial.leftOut().stream().map(f -> told(f, language)).toList(),
                trial.mayGo(),
                trial.version());
    }

    private Told told(Finding f, Locale language) {
        var place = f.place().source();
        var bag = place.substring(place.lastIndexOf(' ') + 1);
        boolean whole = !bag.matches("\\d{18}");
        return new Told(f.rule(), glossary.rule(f.rule(), language), whole ? "" : bag, f.value(), f.maybe());
    }

    private LoadView get(long id) {
        return loads.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
