package org.tongdao.port;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.tongdao.yard.YardMode;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardResource;

/** The words of this feature for screens: Chinese, else English. A rule of the EPCIS reader has no text here and is shown by its id. */
public final class PortWords {

    private final ResourceBundle texts;

    private PortWords(ResourceBundle texts) {
        this.texts = texts;
    }

    public static PortWords of(Locale language) {
        return new PortWords(ResourceBundle.getBundle(
                "org.tongdao.port.words", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    public String rule(String rule) {
        return said("rule." + rule, rule);
    }

    public String priority(YardPriority priority) {
        return said("priority." + priority, priority.name());
    }

    public String state(PriorityState.State state) {
        return said("state." + state, state.name());
    }

    public String resource(YardResource resource) {
        return said("resource." + resource, resource.name());
    }

    public String mode(YardMode mode) {
        return said("mode." + mode, mode.name());
    }

    private String said(String key, String otherwise) {
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }
}
