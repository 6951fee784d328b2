package org.lottrace.thirdparty.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;

/** Documents between the bakery and whoever runs Potsdam. */
final class Documents {
    /** When goods were sent from Berlin; what is about them is told an hour later. */
    private static final Instant SENT = Instant.parse("2026-03-02T06:00:00Z");

    private static final Instant TOLD = SENT.plusSeconds(3600);

    private Documents() {}

    static StockDocument sent(String number, StockDocument.Line... lines) {
        return new StockDocument(
                number,
                StockDocumentKind.TRANSFER_SHIPMENT,
                Bakery.POTSDAM,
                Optional.of(Bakery.BERLIN),
                Optional.empty(),
                SENT,
                List.of(lines));
    }

    static StockDocument about(StockDocumentKind kind, String number, String about, StockDocument.Line... lines) {
        return new StockDocument(
                number, kind, Bakery.POTSDAM, Optional.empty(), Optional.of(about), TOLD, List.of(lines));
    }

    static StockDocument inventory(String number, StockDocument.Line... lines) {
        return new StockDocument(
                number,
                StockDocumentKind.INVENTORY,
                Bakery.POTSDAM,
                Optional.empty(),
                Optional.empty(),
                Bakery.NOW,
                List.of(lines));
    }

    static StockDocument.Line lot(ItemNumber item, String lot, String quantity) {
        return line(item, Optional.of(lot), quantity, GoodsCondition.GOOD);
    }

    /** Flour of a lot whose issuer is said, too. */
    static StockDocument.Line lotOf(PartyId issuer, String lot, String quantity) {
        StockDocument.Line line = lot(Bakery.FLOUR, lot, quantity);
        return new StockDocument.Line(
                line.item(),
                Optional.of(issuer),
                line.lot(),
                line.quantity(),
                line.container(),
                line.location(),
                line.orderLine(),
                line.condition());
    }

    static StockDocument.Line item(ItemNumber item, String quantity) {
        return line(item, Optional.empty(), quantity, GoodsCondition.GOOD);
    }

    static StockDocument.Line damaged(StockDocument.Line line) {
        return new StockDocument.Line(
                line.item(),
                line.issuer(),
                line.lot(),
                line.quantity(),
                line.container(),
                line.location(),
                line.orderLine(),
                GoodsCondition.DAMAGED);
    }

    private static StockDocument.Line line(
            ItemNumber item, Optional<String> lot, String quantity, GoodsCondition condition) {
        return new StockDocument.Line(
                item,
                Optional.empty(),
                lot.map(LotNumber::new),
                EventBuilder.quantity(quantity),
                Optional.empty(),
                Optional.of(Bakery.SHELF),
                Optional.empty(),
                condition);
    }
}
