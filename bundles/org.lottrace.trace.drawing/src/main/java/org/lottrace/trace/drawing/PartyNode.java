package org.lottrace.trace.drawing;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.quantity.Quantity;

/**
 * A party from which lots came, or to which they went. One that is both is drawn twice.
 *
 * @param party which
 * @param name for people; empty when it is unknown
 * @param stage {@code SUPPLIER} or {@code CONSIGNEE}
 * @param quantities all it delivered or was sent, once for each unit; returns are not taken off
 * @param suspect true when there can be suspect goods in what it was sent
 */
public record PartyNode(PartyId party, String name, Stage stage, List<Quantity> quantities, boolean suspect)
        implements TraceNode {
    public PartyNode {
        Objects.requireNonNull(party);
        Objects.requireNonNull(name);
        Objects.requireNonNull(stage);
        quantities = List.copyOf(quantities);
    }

    /** @return the id of the node of a party */
    public static String id(Stage stage, PartyId party) {
        return (stage == Stage.SUPPLIER ? "from:" : "to:") + party;
    }

    @Override
    public String id() {
        return id(stage, party);
    }

    @Override
    public <R> R fold(
            Function<? super LotNode, ? extends R> lotNode,
            Function<? super PartyNode, ? extends R> partyNode,
            Function<? super FoldedNode, ? extends R> foldedNode) {
        return partyNode.apply(this);
    }
}
