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

    /** @return the quantity and the share, for beside the line */
    public String label(TraceEdge edge) {
        return Stream.concat(Stream.of(texts.quantities(edge.quantities())), edge.share().map(texts::percent).stream())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** @return everything about it */
    public String name(TraceEdge edge, TraceNode from, TraceNode to) {
        List<String> facts = new ArrayList<>();
        facts.add(label(edge));
        if (!edge.returned().isEmpty()) {
            facts.add(texts.say("edge.returned", texts.quantities(edge.returned())));
        }
        if (edge.suspect()) {
            facts.add(texts.say("edge.suspect"));
        }
        if (edge.inferred()) {
            facts.add(texts.say("edge.inferred"));
        }
        if (edge.events() > 1) {
            facts.add(texts.say("edge.events", edge.events()));
        }
        return texts.say(
                "edge",
                nodes.title(from),
                nodes.title(to),
                facts.stream().filter(fact -> !fact.isBlank()).collect(Collectors.joining(", ")));
    }
}
