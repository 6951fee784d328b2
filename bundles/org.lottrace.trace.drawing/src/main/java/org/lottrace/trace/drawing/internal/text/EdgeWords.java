package org.lottrace.trace.drawing.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.trace.drawing.TraceEdge;
import org.lottrace.trace.drawing.TraceNode;

/** What a connection says. */
public final class EdgeWords {
    private final Texts texts;
    private final NodeWords nodes;

    public EdgeWords(Texts texts) {
        this.texts = texts;
        nodes = new NodeWords(texts);
    }

    /** @return what went that way and what of it came back, or else the share, for beside the line */
    public String label(TraceEdge edge) {
        return joined(
                edge.returned().isEmpty()
                        ? Stream.of(texts.quantities(edge.quantities()), share(edge))
                        : Stream.of(texts.quantities(edge.quantities()), returned(edge)));
    }

    /** @return everything about it */
    public String name(TraceEdge edge, TraceNode from, TraceNode to) {
        List<String> facts = new ArrayList<>();
        facts.add(texts.quantities(edge.quantities()));
        facts.add(share(edge));
        facts.add(returned(edge));
        if (edge.suspect()) {
            facts.add(texts.say("edge.suspect"));
        }
        if (edge.inferred()) {
            facts.add(texts.say("edge.inferred"));
        }
        if (edge.events() > 1) {
            facts.add(texts.say("edge.events", edge.events()));
        }
        return texts.say("edge", nodes.title(from), nodes.title(to), joined(facts.stream()));
    }

    private String share(TraceEdge edge) {
        return edge.share().map(texts::percent).orElse("");
    }

    private String returned(TraceEdge edge) {
        return edge.returned().isEmpty() ? "" : texts.say("edge.returned", texts.quantities(edge.returned()));
    }

    private static String joined(Stream<String> facts) {
        return facts.filter(fact -> !fact.isBlank()).collect(Collectors.joining(", "));
    }
}
