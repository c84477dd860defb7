package org.tongdao.console.lists;

import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import org.tongdao.console.access.Audit;
import org.tongdao.console.access.SignedIn;
import org.tongdao.console.frame.WorkTime;
import org.tongdao.editions.EditableList;
import org.tongdao.editions.Editions;
import org.tongdao.editions.NewEdition;
import org.tongdao.editions.Trial;
import org.tongdao.platform.Tenancy;

/** Brings editions: tries them, and puts them in force together with the line of the trail. One list is for all tenants: only the home's administrator may. */
@Component
class ListWork {

    private static final ZoneId DAY = ZoneId.of("Asia/Shanghai");

    private final CodeLists lists;
    private final Editions editions;
    private final Audit audit;
    private final WorkTime time;

    ListWork(CodeLists lists, Editions editions, Audit audit, WorkTime time) {
        this.lists = lists;
        this.editions = editions;
        this.audit = audit;
        this.time = time;
    }

    static boolean isKeptBy(SignedIn person) {
        return person.tenant() == Tenancy.HOME && person.role().equals("ADMIN");
    }

    Trial attempt(SignedIn me, String name, String text) {
        return editions.attempt(list(me, name), text, today());
    }

    /** An older edition of the list, or the one that the program comes with now. */
    String older(SignedIn me, String name, int number) {
        return editions.find(list(me, name).name(), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .text();
    }

    @Transactional
    public Trial put(SignedIn me, String name, NewEdition wish) {
        var trial = editions.put(list(me, name), wish, today());
        if (trial.isSound()) {
            audit.write(
                    me,
                    "put list in force",
                    name + " edition " + (trial.base() + 1) + " sha-256 " + trial.sha256() + ": " + wish.reason());
        }
        return trial;
    }

    private EditableList list(SignedIn me, String name) {
        return lists.editable(name)
                .filter(list -> isKeptBy(me))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), DAY);
    }
}
