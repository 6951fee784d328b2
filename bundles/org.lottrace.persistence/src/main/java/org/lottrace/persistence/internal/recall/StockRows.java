package org.lottrace.persistence.internal.recall;

import static org.lottrace.persistence.internal.recall.FactRow.named;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFact.CancelledReservation;
import org.lottrace.api.recall.RecallFact.Disposed;
import org.lottrace.api.recall.RecallFact.GoodsInTransit;
import org.lottrace.api.recall.RecallFact.StockBlocked;
import org.lottrace.api.recall.RecallFact.StockFreed;

/** What happened to own stock. */
final class StockRows {
    private static final String EVENT = "event";
    private static final String LOT = "lot";
    private static final String LOTS = "lots";
    private static final String NOTICE = "shipNotice";
    private static final String MOVING = "moving";
    private static final String NOTHING = "-";

    private StockRows() {}

    static List<FactRow> writeBlocked(StockBlocked fact) {
        List<FactRow> rows = new ArrayList<>();
        fact.event().ifPresent(event -> rows.add(named(EVENT).words(event.value())));
        rows.addAll(packed(fact.lots()));
        fact.cancelled()
                .forEach(reservation -> rows.add(named("reservation")
                        .document(reservation.orderLine().order())
                        .number(reservation.orderLine().line())
                        .lot(reservation.lot())
                        .quantity(reservation.quantity())
                        .words(reservation.place().kind().code() + " "
                                + reservation.place().code())));
        fact.withheld().forEach(shipment -> rows.add(named(NOTICE).document(shipment)));
        fact.inTransit().stream().map(StockRows::moving).forEach(rows::add);
        return rows;
    }

    static StockBlocked readBlocked(FactReader rows) {
        return new StockBlocked(
                event(rows),
                lots(rows),
                rows.list("reservation", StockRows::reservation),
                notices(rows),
                Stream.concat(
                                rows.list("inTransit", StockRows::onTheRoad).stream(),
                                rows.list(MOVING, StockRows::goodsInTransit).stream())
                        .toList());
    }

    static List<FactRow> writeFreed(StockFreed fact) {
        List<FactRow> rows = new ArrayList<>();
        fact.event().ifPresent(event -> rows.add(named(EVENT).words(event.value())));
        rows.addAll(packed(fact.lots()));
        fact.sent().forEach(shipment -> rows.add(named(NOTICE).document(shipment)));
        return rows;
    }

    static StockFreed readFreed(FactReader rows) {
        return new StockFreed(event(rows), lots(rows), notices(rows));
    }

    static List<FactRow> writeDisposed(Disposed fact) {
        RecallDisposal disposal = fact.disposal();
        return List.of(
                named(LOT).lot(disposal.lot()).quantity(disposal.quantity()),
                named("kind").words(disposal.kind().code()),
                named("witness").words(disposal.witness()),
                named("certificate").words(disposal.certificate()));
    }

    static Disposed readDisposed(FactReader rows) {
        return new Disposed(new RecallDisposal(
                rows.one(LOT).lot().orElseThrow(),
                rows.choice(RecallDisposal.Kind.class, "kind"),
                rows.one(LOT).quantity().orElseThrow(),
                rows.words("witness"),
                rows.words("certificate")));
    }

    private static CancelledReservation reservation(FactRow row) {
        String[] place = row.words().orElseThrow().split(" ", 2);
        return new CancelledReservation(
                new OrderLineReference(
                        row.document().orElseThrow(), row.number().orElseThrow().intValue()),
                row.lot().orElseThrow(),
                Place.of(Coded.of(PlaceKind.class, place[0]), place[1]),
                row.quantity().orElseThrow());
    }

    private static FactRow moving(GoodsInTransit goods) {
        FactRow row = named(MOVING)
                .lot(goods.lot())
                .quantity(goods.quantity())
                .words(String.join(
                        " ",
                        goods.state().code(),
                        goods.due().map(LocalDate::toString).orElse(NOTHING),
                        goods.position().container().map(Sscc::value).orElse(NOTHING),
                        goods.position().place().kind().code(),
                        goods.position().place().code()));
        return goods.document().map(row::document).orElse(row);
    }

    private static GoodsInTransit goodsInTransit(FactRow row) {
        String[] words = row.words().orElseThrow().split(" ", 5);
        return new GoodsInTransit(
                Coded.of(Whereabouts.State.class, words[0]),
                row.document(),
                new Position(
                        Place.of(Coded.of(PlaceKind.class, words[3]), words[4]),
                        Optional.of(words[2])
                                .filter(sscc -> !sscc.equals(NOTHING))
                                .map(Sscc::new)),
                row.lot().orElseThrow(),
                row.quantity().orElseThrow(),
                Optional.of(words[1]).filter(due -> !due.equals(NOTHING)).map(LocalDate::parse));
    }

    /** As it was written when only shipments were told. */
    private static GoodsInTransit onTheRoad(FactRow row) {
        return new GoodsInTransit(
                Whereabouts.State.ON_THE_ROAD,
                row.document(),
                Position.at(Place.party(row.party().orElseThrow())),
                row.lot().orElseThrow(),
                row.quantity().orElseThrow(),
                row.words().map(LocalDate::parse));
    }

    private static Optional<EventId> event(FactReader rows) {
        return rows.all(EVENT).stream()
                .findFirst()
                .map(row -> new EventId(row.words().orElseThrow()));
    }

    private static List<FactRow> packed(List<LotKey> lots) {
        return PackedLots.write(LOTS, lots.stream().map(PackedLots.Line::of).toList());
    }

    /** Each had a row of its own before they were packed. */
    private static List<LotKey> lots(FactReader rows) {
        return Stream.concat(
                        rows.list(LOT, row -> row.lot().orElseThrow()).stream(),
                        PackedLots.read(rows.all(LOTS)).stream().map(PackedLots.Line::lot))
                .toList();
    }

    private static List<DocumentReference> notices(FactReader rows) {
        return rows.list(NOTICE, row -> row.document().orElseThrow());
    }
}
