package org.lottrace.persistence.internal.recall;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.DocumentPart;
import org.lottrace.persistence.internal.value.QuantityPart;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code recall_fact}. */
@Entity
@Table(name = "recall_fact")
public class RecallFactEntity {
    @EmbeddedId
    Key id;

    @Column(name = "fact_name", length = 20)
    String name;

    @Column(name = "party", length = 20)
    String party;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "lot_id")
    LotEntity lot;

    @Embedded
    DocumentPart document;

    @Embedded
    QuantityPart quantity;

    @Column(name = "whole_number")
    Long number;

    @Column(name = "words", length = TextColumn.LENGTH)
    String words;

    protected RecallFactEntity() {}

    RecallFactEntity(Key id, FactRow row, LotRows lots) {
        this.id = id;
        name = row.name();
        party = row.party().map(p -> p.value()).orElse(null);
        lot = row.lot().map(lots::get).orElse(null);
        document = row.document().map(DocumentPart::of).orElse(null);
        quantity = row.quantity().map(QuantityPart::of).orElse(null);
        number = row.number().orElse(null);
        words = row.words().orElse(null);
    }

    FactRow toRow() {
        FactRow row = FactRow.named(name);
        row = party == null ? row : row.party(party);
        row = lot == null ? row : row.lot(lot.key());
        row = document == null ? row : row.document(document.toReference());
        row = quantity == null ? row : row.quantity(quantity.toQuantity());
        row = number == null ? row : row.number(number);
        return words == null ? row : row.words(words);
    }

    /**
     * @param caseId the case
     * @param step the step
     * @param part place among the rows of the step, from 0
     */
    @Embeddable
    public record Key(
            @Column(name = "case_id", length = 20) String caseId,
            @Column(name = "step") int step,
            @Column(name = "part") int part)
            implements Serializable {}
}
