package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;

/**
 * Goods that left for a customer.
 *
 * @param context who, when and where
 * @param number number of the shipment; the customer's ship notice carries it
 * @param salesOrder the order it delivers; empty when whoever reports it does not know: the number of the shipment stands for it then
 * @param customer who got the goods, when that is not the customer of the order, or the order is not known
 * @param lines what left; empty means: everything that is reserved for the order, in one logistic unit for each line
 *     only when that stock already is in one
 * @param keyData what else there is to say of the shipment as a whole, such as who carries it ({@link LotAttributes#OF_A_SHIPMENT}); the
 *     customer's ship notice carries it
 */
public record Shipment(
        CaptureContext context,
        String number,
        String salesOrder,
        Optional<PartyId> customer,
        List<Line> lines,
        List<KeyDatum> keyData)
        implements Movement {
    public Shipment {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        Objects.requireNonNull(salesOrder);
        Objects.requireNonNull(customer);
        lines = List.copyOf(lines);
        keyData = List.copyOf(keyData);
    }

    /** A shipment of which there is no more to say. */
    public Shipment(
            CaptureContext context, String number, String salesOrder, Optional<PartyId> customer, List<Line> lines) {
        this(context, number, salesOrder, customer, lines, List.of());
    }

    /** To the customer of the order. */
    public Shipment(CaptureContext context, String number, String salesOrder, List<Line> lines) {
        this(context, number, salesOrder, Optional.empty(), lines);
    }

    /** @return the order as a document */
    public DocumentReference order() {
        return new DocumentReference(DocumentType.SALES_ORDER, salesOrder.isEmpty() ? number : salesOrder);
    }

    @Override
    public Stream<LotReference> lots() {
        return lines.stream().map(line -> line.goods().lot());
    }

    /**
     * A quantity of one lot that left.
     *
     * @param orderLine line of the sales order
     * @param goods what was taken from where
     * @param shippedIn the logistic unit the customer receives it in; absent to keep the one it is in
     */
    public record Line(int orderLine, LotQuantity goods, Optional<Sscc> shippedIn) {
        public Line {
            Objects.requireNonNull(goods);
            Objects.requireNonNull(shippedIn);
        }
    }
}
