package org.lottrace.notice.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.PaperLanguage;
import org.lottrace.api.movement.ShipmentPaper;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.notice.internal.paper.Paper;

/** Writes the papers of a shipment. */
final class DeliveryPaper {
    private final Delivery delivery;
    private final DeliveryWords words;

    DeliveryPaper(Delivery delivery, PaperLanguage language) {
        this.delivery = delivery;
        this.words = DeliveryWords.in(language);
    }

    byte[] pdf(ShipmentPaper kind) {
        String footer = words.of(
                "page",
                words.of(kind.code()),
                delivery.number(),
                delivery.customer().name());
        try (Paper paper = new Paper(footer)) {
            head(paper, kind);
            switch (kind) {
                case DELIVERY_NOTE -> {
                    paper.section(words.of("lines"));
                    table(paper, delivery.lines(), true);
                }
                case PACKING_LIST -> units(paper);
            }
            return paper.pdf();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(Paper paper, ShipmentPaper kind) throws IOException {
        paper.line(delivery.company().name());
        paper.small(address(delivery.company()));
        paper.title(words.of(kind.code()));
        paper.fact(words.of("number"), delivery.number());
        paper.fact(words.of("date"), words.date(delivery.left()));
        paper.fact(words.of("order"), delivery.order().number());
        paper.fact(words.of("customer"), join(delivery.customer().name(), address(delivery.customer())));
        paper.fact(words.of("from"), delivery.from().name());
        if (!units().isEmpty()) {
            paper.line(words.of("units", units().size()));
        }
    }

    private static String address(Party party) {
        return join(
                party.address().street(),
                (party.address().postalCode() + " " + party.address().city()).strip(),
                party.address().region(),
                party.address().country());
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }

    private TreeSet<String> units() {
        return Stream.concat(
                        delivery.lines().stream().flatMap(line -> line.to().container().stream()),
                        delivery.nested().stream().flatMap(nested -> Stream.of(nested.unit(), nested.in())))
                .map(Sscc::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void units(Paper paper) {
        for (String unit : units()) {
            paper.section(words.of("unit-title", unit));
            delivery.nested().stream()
                    .filter(nested -> nested.unit().value().equals(unit))
                    .map(NestedUnit::in)
                    .forEach(in -> paper.small(words.of("unit-in", in.value())));
            List<EventLine> inside = delivery.lines().stream()
                    .filter(line -> line.to()
                            .container()
                            .filter(sscc -> sscc.value().equals(unit))
                            .isPresent())
                    .toList();
            if (!inside.isEmpty()) {
                table(paper, inside, false);
            }
        }
        List<EventLine> loose = delivery.lines().stream()
                .filter(line -> line.to().container().isEmpty())
                .toList();
        if (!loose.isEmpty()) {
            paper.section(words.of("loose"));
            table(paper, loose, false);
        }
    }

    private void table(Paper paper, List<EventLine> lines, boolean withUnit) {
        List<Paper.Column> columns = Stream.of(
                        new Paper.Column(words.of("item"), 12, false),
                        new Paper.Column(words.of("description"), 26, false),
                        new Paper.Column(words.of("lot"), 18, false),
                        new Paper.Column(words.of("expiry"), 14, false),
                        new Paper.Column(words.of("quantity"), 14, true),
                        new Paper.Column(words.of("unit"), 22, false))
                .limit(withUnit ? 6 : 5)
                .toList();
        paper.table(
                columns,
                lines.stream()
                        .map(line -> Stream.of(
                                        line.lot().item().value(),
                                        description(line),
                                        lot(line)
                                                .map(lot -> lot.number().value())
                                                .orElse(line.lot().number().value()),
                                        lot(line)
                                                .flatMap(Lot::expiry)
                                                .map(words::date)
                                                .orElse(""),
                                        quantity(line),
                                        line.to().container().map(Sscc::value).orElse(""))
                                .limit(columns.size())
                                .toList())
                        .toList());
    }

    /** Of a substitute what was ordered. */
    private Optional<String> insteadOf(EventLine line) {
        return line.orderLine()
                .flatMap(reference -> delivery.order().line(reference.line()))
                .flatMap(SalesOrder.Line::insteadOf)
                .flatMap(instead -> delivery.order().line(instead.line()))
                .map(ordered -> words.of("instead-of", ordered.item().value(), String.valueOf(ordered.number())));
    }

    private String description(EventLine line) {
        String serials = line.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.SERIAL.word()))
                .map(datum -> datum.value().text())
                .collect(Collectors.joining(", "));
        return Optional.ofNullable(delivery.items().get(line.lot().item()))
                        .map(Item::description)
                        .orElse("")
                + insteadOf(line).map(replaced -> " " + replaced).orElse("")
                + (serials.isEmpty() ? "" : "; " + words.of("serials", serials));
    }

    /** Of a catch weight both: pieces and weight. */
    private String quantity(EventLine line) {
        return Stream.concat(
                        Stream.of(line.entered()),
                        Stream.of(KeyDataElement.PIECES, KeyDataElement.NET_WEIGHT)
                                .flatMap(element -> KeyDatum.find(line.keyData(), element).stream())
                                .map(value -> ((KeyDataValue.Amount) value).quantity()))
                .map(words::quantity)
                .collect(Collectors.joining(" / "));
    }

    private Optional<Lot> lot(EventLine line) {
        return Optional.ofNullable(delivery.lots().get(line.lot()));
    }
}
