package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.lottrace.api.event.Edge;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.QuantityPart;

/** A row of {@code lot_edge}. */
@Entity
@Table(name = "lot_edge")
public class LotEdgeEntity {
    @EmbeddedId
    EventPartId id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "input_lot_id")
    LotEntity input;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "output_lot_id")
    LotEntity output;

    @Embedded
    QuantityPart quantity;

    @Column(name = "certainty", length = 20)
    Edge.Certainty certainty;

    protected LotEdgeEntity() {}

    LotEdgeEntity(EventPartId id, Edge edge, LotRows lots) {
        this.id = id;
        input = lots.get(edge.input());
        output = lots.get(edge.output());
        quantity = QuantityPart.of(edge.quantity());
        certainty = edge.certainty();
    }

    Edge toEdge() {
        return new Edge(input.key(), output.key(), quantity.toQuantity(), certainty);
    }
}
