package org.lottrace.trace.drawing;

import java.util.function.Function;

/** Something that is drawn as one box. */
public sealed interface TraceNode permits LotNode, PartyNode, FoldedNode {
    /** @return what names it within the graph; the same in every graph of the same trace */
    String id();

    /** @return its column */
    Stage stage();

    /** @return true when there are, or can be, suspect goods in it; false also when the trace was not asked */
    boolean suspect();

    /** @return what the function of its kind says */
    <R> R fold(
            Function<? super LotNode, ? extends R> lot,
            Function<? super PartyNode, ? extends R> party,
            Function<? super FoldedNode, ? extends R> folded);
}
