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

/**
 * A row of {@code expected_receipt_line}. Its lot is written out: it is not registered before it is received. A row without a lot
 * number is one of an item whose lots are captured at receipt.
 */
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
        Optional<Lot> lot = line.lot();
        Optional<LotKey> key = lot.map(Lot::key);
        return new ReceiptLinePart(
                line.number(),
                key.map(LotKey::issuer).map(PartyId::value).orElse(null),
                line.item().value(),
                key.map(LotKey::number).map(LotNumber::value).orElse(null),
                lot.flatMap(Lot::productionDate).orElse(null),
                lot.flatMap(Lot::expiry).orElse(null),
                lot.flatMap(Lot::supplierLotNumber).orElse(null),
                lot.flatMap(Lot::madeAt).map(SiteId::value).orElse(null),
                QuantityPart.of(line.expected()),
                QuantityPart.of(line.received()),
                QuantityPart.of(line.announced()),
                OrderLinePart.of(line.orderLine()),
                line.container().map(Sscc::value).orElse(null));
    }

    ExpectedReceipt.Line toLine() {
        return new ExpectedReceipt.Line(
                number,
                new ItemNumber(item),
                lot(),
                expected.toQuantity(),
                received.toQuantity(),
                announced.toQuantity(),
                orderLine.toReference(),
                Optional.ofNullable(container).map(Sscc::new));
    }

    private Optional<Lot> lot() {
        return Optional.ofNullable(lotNumber)
                .map(marked -> new Lot(
                        new LotKey(new PartyId(issuer), new ItemNumber(item), new LotNumber(marked)),
                        Optional.ofNullable(productionDate),
                        Optional.ofNullable(expiry),
                        Optional.ofNullable(supplierLotNumber),
                        Optional.ofNullable(madeAt).map(SiteId::new)));
    }
}
