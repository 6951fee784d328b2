package org.lottrace.persistence.internal.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.lottrace.persistence.internal.value.PositionPart;

/** Key of a row of {@code stock}: the balance of a lot at a position exists once. */
@Embeddable
public record StockId(
        @Column(name = "lot_id") long lotId,
        @EmbeddedColumnNaming("place_%s") PositionPart position) implements Serializable {}
