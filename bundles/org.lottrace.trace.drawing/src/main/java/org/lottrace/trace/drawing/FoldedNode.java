package org.lottrace.trace.drawing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.lottrace.api.id.ItemNumber;

/**
 * Several lots or parties in one box: "38 lots of RM-1005", "214 consignees".
 *
 * @param fold which group
 * @param stage its column
 * @param members the ids of the nodes folded into it, in the order in which they are shown when it is opened
 * @param more true when some of the group are drawn beside it, because it was opened
 * @param item the item of all its lots; empty when they are of several items, and for parties
 * @param description what that item is called; empty when unknown
 * @param items how many items its lots are of; 0 for parties
 * @param states how many of its lots are in which state; empty for parties
 * @param seeds how many of its lots the trace begins with
 * @param suspects how many of its members can have suspect goods
 * @param inside how many connections between its own members are not drawn
 * @param opens what opens it, or shows its next members; empty when it cannot be opened
 */
public record FoldedNode(
        FoldId fold,
        Stage stage,
        List<String> members,
        boolean more,
        Optional<ItemNumber> item,
        String description,
        int items,
        Map<LotState, Integer> states,
        int seeds,
        int suspects,
        int inside,
        Optional<OpenedFold> opens)
        implements TraceNode {
    public FoldedNode {
        Objects.requireNonNull(fold);
        Objects.requireNonNull(stage);
        members = List.copyOf(members);
        Objects.requireNonNull(item);
        Objects.requireNonNull(description);
        states = new TreeMap<>(states); // in the order of the states
        Objects.requireNonNull(opens);
    }

    /** @return in the order of the states */
    @Override
    public Map<LotState, Integer> states() {
        return Collections.unmodifiableMap(states);
    }

    @Override
    public String id() {
        return fold.value();
    }

    /** @return how many nodes are folded into it */
    public int count() {
        return members.size();
    }

    @Override
    public boolean suspect() {
        return suspects > 0;
    }

    @Override
    public <R> R fold(
            Function<? super LotNode, ? extends R> lotNode,
            Function<? super PartyNode, ? extends R> partyNode,
            Function<? super FoldedNode, ? extends R> foldedNode) {
        return foldedNode.apply(this);
    }
}
