package org.lottrace.trace.drawing;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * A lot.
 *
 * @param lot which lot
 * @param number the number on the goods
 * @param description what its item is called; empty when the item is unknown
 * @param stage its column
 * @param state what a reader has to know of it
 * @param seed true when the trace begins with it
 * @param content the suspect goods in it; empty unless the trace was asked
 * @param onHand what of it is in own stock, once for each unit; empty when nothing is
 */
public record LotNode(
        LotKey lot,
        LotNumber number,
        String description,
        Stage stage,
        LotState state,
        boolean seed,
        List<SuspectContent> content,
        List<Quantity> onHand)
        implements TraceNode {
    public LotNode {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(number);
        Objects.requireNonNull(description);
        Objects.requireNonNull(stage);
        Objects.requireNonNull(state);
        content = List.copyOf(content);
        onHand = List.copyOf(onHand);
    }

    /** @return the id of the node of a lot */
    public static String id(LotKey lot) {
        return "lot:" + lot;
    }

    @Override
    public String id() {
        return id(lot);
    }

    @Override
    public boolean suspect() {
        return content.stream().anyMatch(of -> of.contained().maximum().isPositive());
    }

    @Override
    public <R> R fold(
            Function<? super LotNode, ? extends R> lotNode,
            Function<? super PartyNode, ? extends R> partyNode,
            Function<? super FoldedNode, ? extends R> foldedNode) {
        return lotNode.apply(this);
    }
}
