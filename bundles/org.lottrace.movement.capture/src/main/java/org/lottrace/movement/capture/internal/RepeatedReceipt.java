package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.function.Predicate;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Receipt;
import org.lottrace.movement.capture.internal.RepeatedRequest.Part;

/** Whether a receipt is the one that was recorded under its id. */
final class RepeatedReceipt {
    private final RepeatedRequest repeated;
    private final MeantLots meant;

    RepeatedReceipt(RepeatedRequest repeated, MeantLots meant) {
        this.repeated = repeated;
        this.meant = meant;
    }

    boolean isSame(TraceEvent event, Receipt receipt) {
        List<DocumentReference> documents = ReceiveGoods.documents(receipt);
        List<Part> parts = receipt.lines().stream()
                .map(line -> new Part(line.lot(), where(receipt, line), line.quantity(), line.keyData()))
                .toList();
        return RepeatedRequest.sameDocuments(event, EventType.RECEIVE, documents.toArray(DocumentReference[]::new))
                && event.document(DocumentType.SHIP_NOTICE).isPresent()
                        == receipt.notice().isPresent()
                && (parts.isEmpty()
                        ? event.lines().stream().allMatch(line -> isSameWay(line, receipt))
                        : repeated.sameGoods(event, RepeatedReceipt::where, parts)
                                && receipt.lines().stream().allMatch(line -> isAtItsPrice(line, event)));
    }

    private static Object where(Receipt receipt, Receipt.Line line) {
        return List.of(
                new Position(ReceiveGoods.supplier(receipt), line.container()),
                new Position(ReceiveGoods.place(receipt), line.container()),
                line.damaged(),
                uncounted(line.keyData()));
    }

    private static Object where(EventLine line) {
        return List.of(line.from(), line.to(), DamagedGoods.isDamaged(line), uncounted(Came.requested(line)));
    }

    /** What counts goods may have been divided among lines; it is compared as a whole. Whose they are may be said by their order line. */
    private static List<KeyDatum> uncounted(List<KeyDatum> said) {
        return said.stream()
                .filter(datum -> !SaidOfParts.counts(datum) && !datum.name().equals(KeyDataElement.CONSIGNED_BY.word()))
                .toList();
    }

    private static boolean isSameWay(EventLine line, Receipt receipt) {
        return line.from().place().equals(ReceiveGoods.supplier(receipt))
                && line.to().place().equals(ReceiveGoods.place(receipt));
    }

    /** Goods of an order line were booked at its price, whatever the request said. */
    private boolean isAtItsPrice(Receipt.Line line, TraceEvent event) {
        Predicate<LotKey> isMeant = meant.by(line.lot());
        return line.price().isEmpty()
                || event.lines().stream()
                        .filter(recorded -> isMeant.test(recorded.lot()))
                        .anyMatch(recorded -> recorded.orderLine().isPresent()
                                || recorded.price()
                                        .map(agreed -> agreed.price())
                                        .equals(line.price())
                                || recorded.price().isEmpty());
    }
}
