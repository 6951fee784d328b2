package org.lottrace.console.web.internal.trace;

import gg.jte.Content;
import java.util.Optional;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.web.internal.lot.LotView;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.trace.drawing.Folding;
import org.lottrace.trace.drawing.TraceDrawing;
import org.lottrace.trace.drawing.TraceGraph;

/** What a lot came from and where it went, drawn as on the page of a trace, for the page of the lot. */
public final class LotDrawing {
    private LotDrawing() {}

    /**
     * @param near what is next to the lot
     * @return empty when nothing is; many of a kind are one node, which leads to the whole trace
     */
    public static Optional<Content> of(LotKey lot, Trace near, Visit visit) {
        if (near.edges().isEmpty() && near.handovers().isEmpty()) {
            return Optional.empty();
        }
        TraceGraph graph = TraceGraph.of(near, TraceAnswer.facts(near, visit), Folding.STANDARD);
        String svg = TraceDrawing.of(graph, visit.preferences().locale())
                .svg(node -> node.fold(
                        other -> Optional.of(LotView.link(other.lot())),
                        party -> Optional.empty(),
                        folded -> Optional.of(TracePage.link(lot, "BOTH"))));
        return Optional.of(output -> output.writeContent(svg));
    }
}
