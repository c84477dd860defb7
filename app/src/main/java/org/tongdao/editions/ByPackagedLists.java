package org.tongdao.editions;

import java.util.List;
import java.util.stream.Collectors;

/** A command that opens no installation: it goes by lists as they came with the program, and says so. */
public interface ByPackagedLists {

    /** Their paths below data/. */
    List<String> packagedLists();

    /** One line for the person at the terminal: which content counted, by the same eight digits that the console shows. */
    default String told() {
        return packagedLists().stream()
                .map(list -> list + " " + Packaged.get(list).sha256().substring(0, 8))
                .collect(Collectors.joining(
                        ", ",
                        "lists as packed with the program: ",
                        "; an edition put in force in the console does not count here"));
    }
}
