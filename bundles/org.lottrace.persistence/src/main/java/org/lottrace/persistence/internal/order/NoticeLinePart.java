package org.lottrace.persistence.internal.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.persistence.internal.value.QuantityPart;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code ship_notice_line}: what the sender wrote, unchecked. */
@Embeddable
public record NoticeLinePart(
        @Column(name = "purchase_order", length = TextColumn.LENGTH)
        String purchaseOrder,

        @Column(name = "line_number", length = TextColumn.LENGTH)
        String lineNumber,

        @Column(name = "gtin", length = 14) String gtin,

        @Column(name = "receiver_item", length = TextColumn.LENGTH)
        String receiverItem,

        @Column(name = "sender_item", length = TextColumn.LENGTH)
        String senderItem,

        @Column(name = "lot_number", length = TextColumn.LENGTH)
        String lotNumber,

        @Column(name = "production_date") LocalDate productionDate,
        @Column(name = "expiry") LocalDate expiry,
        @Embedded QuantityPart quantity,
        @Column(name = "tare", length = 18) String tare,
        @Column(name = "pack", length = 18) String pack,

        @Column(name = "key_data", length = KeyDataText.LENGTH)
        String keyData) {
    static NoticeLinePart of(ShipNoticeLine line) {
        return new NoticeLinePart(
                line.purchaseOrder(),
                line.lineNumber(),
                line.gtin().map(Gtin::value).orElse(null),
                line.receiverItem(),
                line.senderItem(),
                line.lotNumber(),
                line.productionDate().orElse(null),
                line.expiry().orElse(null),
                QuantityPart.of(line.quantity()),
                line.tare().map(Sscc::value).orElse(null),
                line.pack().map(Sscc::value).orElse(null),
                KeyDataText.of(line.keyData()));
    }

    ShipNoticeLine toLine() {
        return new ShipNoticeLine(
                purchaseOrder,
                lineNumber,
                Optional.ofNullable(gtin).map(Gtin::new),
                receiverItem,
                senderItem,
                lotNumber,
                Optional.ofNullable(productionDate),
                Optional.ofNullable(expiry),
                quantity.toQuantity(),
                Optional.ofNullable(tare).map(Sscc::new),
                Optional.ofNullable(pack).map(Sscc::new),
                KeyDataText.read(keyData));
    }
}
