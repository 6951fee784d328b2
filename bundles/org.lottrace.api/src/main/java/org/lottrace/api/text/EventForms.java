package org.lottrace.api.text;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.Sscc;

/** What events refer to: documents and places. The kind comes first, because only its codes have no {@code :} and no {@code @}. */
final class EventForms {
    static final List<TextForm<?>> ALL = List.of(
            new TextForm<>(
                    DocumentReference.class,
                    "document",
                    "SHIPMENT:S-1001",
                    "type:number; the number has 1 to 50 characters, the type is one of "
                            + CodeForms.codes(DocumentType.class),
                    EventForms::text,
                    EventForms::document),
            new TextForm<>(
                    OrderLineReference.class,
                    "order line",
                    "SALES_ORDER:SO-1001:2",
                    "type:number:line, a document and its line from 1",
                    reference -> text(reference.order()) + ":" + reference.line(),
                    EventForms::orderLine),
            new TextForm<>(
                    Place.class,
                    "place",
                    "LOCATION:BAKERY/RM-01",
                    "kind:code; what stands at a site has the code site/code; the kind is one of "
                            + CodeForms.codes(PlaceKind.class),
                    EventForms::text,
                    EventForms::place),
            new TextForm<>(
                    Position.class,
                    "position",
                    "LOCATION:BAKERY/RM-01",
                    "a place, or SSCC@place for what is in a logistic unit",
                    position -> position.container().map(sscc -> sscc + "@").orElse("") + text(position.place()),
                    EventForms::position));

    private EventForms() {}

    private static String text(DocumentReference document) {
        return document.type().code() + ":" + document.number();
    }

    private static DocumentReference document(String text) {
        String[] parts = Parts.of(text, ":");
        return new DocumentReference(Coded.of(DocumentType.class, parts[0]), parts[1]);
    }

    private static OrderLineReference orderLine(String text) {
        String[] parts = Parts.ofLast(text, ":");
        return new OrderLineReference(document(parts[0]), Integer.parseInt(parts[1]));
    }

    private static String text(Place place) {
        return place.kind().code() + ":" + place.code();
    }

    private static Place place(String text) {
        String[] parts = Parts.of(text, ":");
        return Place.of(Coded.of(PlaceKind.class, parts[0]), parts[1]);
    }

    private static Position position(String text) {
        int at = text.substring(0, Math.max(0, text.indexOf(':'))).indexOf('@');
        Optional<Sscc> container = at < 0 ? Optional.empty() : Optional.of(new Sscc(text.substring(0, at)));
        return new Position(place(text.substring(at + 1)), container);
    }
}
