package org.tongdao.visibility;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.tongdao.tracking.Delivery;
import org.tongdao.tracking.Hold;
import org.tongdao.tracking.TimelineEntry;

/** Says a delivery in the language of a reader: Chinese, Russian, Kazakh, else English. */
final class TrackingWords {

    private final ResourceBundle texts;
    private final Locale language;
    private final NodeNames nodes;

    private TrackingWords(ResourceBundle texts, Locale language, NodeNames nodes) {
        this.texts = texts;
        this.language = language;
        this.nodes = nodes;
    }

    static TrackingWords of(Locale language, NodeNames nodes) {
        var texts = ResourceBundle.getBundle(
                "org.tongdao.visibility.tracking", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new TrackingWords(texts, language, nodes);
    }

    PublicTracking tell(String number, Delivery delivery, Consignee consignee) {
        String status = delivery.hold()
                .map(h -> h.bench() ? "PUT_ASIDE" : "HELD")
                .orElse(delivery.status().name());
        return new PublicTracking(
                number,
                delivery.status(),
                texts.getString("status." + status),
                nodes.name(delivery.node(), language),
                delivery.since(),
                delivery.eta(),
                consignee.maskedName(),
                consignee.destination(language),
                delivery.hold().map(this::why).orElse(""),
                delivery.timeline().stream().map(this::step).toList());
    }

    /** The public learns who keeps it, customs or we, not what was written. */
    private String why(Hold hold) {
        return texts.getString(hold.bench() ? "hold.bench" : "hold");
    }

    private PublicTracking.Step step(TimelineEntry entry) {
        return new PublicTracking.Step(
                entry.milestone().name(),
                texts.getString("milestone." + entry.words()),
                nodes.name(entry.node(), language),
                entry.at(),
                entry.certainty(),
                texts.getString("certainty." + entry.certainty()));
    }
}
