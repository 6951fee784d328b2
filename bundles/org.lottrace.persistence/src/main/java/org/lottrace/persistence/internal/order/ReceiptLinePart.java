package org.lottrace.persistence.internal.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.persistence.internal.value.OrderLinePart;
import org.lottrace.persistence.internal.value.QuantityPart;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code expected_receipt_line}. Its lot is written out: it is not registered before it is received. */
@Embeddable
public record ReceiptLinePart(
        @Column(name = "line_number") int number,
        @Column(name = "issuer", length = 20) String issuer,
        @Column(name = "item", length = 30) String item,
        @Column(name = "lot_number", length = 20) String lotNumber,
        @Column(name = "production_date") LocalDate productionDate,
        @Column(name = "expiry") LocalDate expiry,

        @Column(name = "supplier_lot_number", length = TextColumn.LENGTH)
        String supplierLotNumber,

        @Column(name = "made_at", length = 10) String madeAt,
        @Embedded @EmbeddedColumnNaming("expected_%s") QuantityPart expected,
        @Embedded @EmbeddedColumnNaming("received_%s") QuantityPart received,
        @Embedded @EmbeddedColumnNaming("announced_%s") QuantityPart announced,
        @Embedded OrderLinePart orderLine,
        @Column(name = "sscc", length = 18) String container) {
    static ReceiptLinePart of(ExpectedReceipt.Line line) {
        Lot lot = line.lot();
        return new ReceiptLinePart(
                line.number(),
                lot.key().issuer().value(),
                lot.key().item().value(),
                lot.key().number().value(),
                lot.productionDate().orElse(null),
                lot.expiry().orElse(null),
                lot.supplierLotNumber().orElse(null),
                lot.madeAt().map(SiteId::value).orElse(null),
                QuantityPart.of(line.expected()),
                QuantityPart.of(line.received()),
                QuantityPart.of(line.announced()),
                OrderLinePart.of(line.orderLine()),
                line.container().map(Sscc::value).orElse(null));
    }

    ExpectedReceipt.Line toLine() {
        return new ExpectedReceipt.Line(
                number,
                lot(),
                expected.toQuantity(),
                received.toQuantity(),
                announced.toQuantity(),
                orderLine.toReference(),
                Optional.ofNullable(container).map(Sscc::new));
    }

    private Lot lot() {
        return new Lot(
                new LotKey(new PartyId(issuer), new ItemNumber(item), new LotNumber(lotNumber)),
                Optional.ofNullable(productionDate),
                Optional.ofNullable(expiry),
                Optional.ofNullable(supplierLotNumber),
                Optional.ofNullable(madeAt).map(SiteId::new));
    }
}
