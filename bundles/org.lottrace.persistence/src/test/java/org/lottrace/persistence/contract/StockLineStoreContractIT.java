package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.item;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.persistence.testing.SentStatements;

class StockLineStoreContractIT extends OverviewContract {
    private static final Position ON_SHELF = Position.at(in(SHELF));
    private static final Position IN_POTSDAM = Position.at(Place.location(POTSDAM, SHELF));
    private static final Position ON_ROAD = Position.at(Place.inTransit(POTSDAM), pallet(1));
    private static final Position IN_PROCESS =
            Position.at(Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P1")));
    private static final int ALL = 100;

    @Test
    void a_line_tells_all_about_the_lot_and_the_position() {
        Lot lot = aLot("L1")
                .producedOn("2026-01-01")
                .expiring("2026-03-01")
                .markedBySupplier("Lot 1/2026")
                .build();
        LotKey key = stocked(lot, "5 KGM", Position.at(in(SHELF), pallet(1)), ON_SHELF);
        disposed(key, Disposition.ON_HOLD);
        reserved(key, 1, "2 KGM");
        reserved(key, 2, "0.5 KGM");

        assertEquals(
                List.of(line(lot, ON_SHELF, "2.5 KGM"), line(lot, Position.at(in(SHELF), pallet(1)), "0 KGM")),
                page(StockFilter.NONE, Optional.empty(), ALL));
    }

    private static StockLine line(Lot lot, Position position, String reserved) {
        return new StockLine(
                lot,
                item(FLOUR).description(),
                position,
                quantity("5 KGM"),
                quantity(reserved),
                Disposition.ON_HOLD,
                "because",
                true);
    }

    private void reserved(LotKey lot, int orderLine, String quantity) {
        db.reservations()
                .save(new Reservation(
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "S1"), orderLine),
                        lot,
                        ON_SHELF,
                        quantity(quantity)));
    }

    @Test
    void first_comes_what_expires_first_and_each_page_begins_behind_the_one_before() {
        stocked(aLot("NEVER-2").of(SALT).build(), "1 KGM", ON_SHELF, IN_POTSDAM);
        stocked(aLot("LATE").expiring("2026-05-01").build(), "1 KGM", ON_SHELF);
        stocked(aLot("SOON-1").expiring("2026-03-03").build(), "1 KGM", ON_SHELF, ON_ROAD);
        stocked(aLot("SOON-2").expiring("2026-03-03").build(), "1 KGM", IN_PROCESS, ON_SHELF);
        stocked(aLot("NEVER-1").of(SALT).build(), "1 KGM", ON_SHELF);
        List<String> all = List.of(
                "SOON-1 IN_TRANSIT POT (00)" + pallet(1),
                "SOON-1 BER/A-01",
                "SOON-2 BER/A-01",
                "SOON-2 PRODUCTION_ORDER P1",
                "LATE BER/A-01",
                "NEVER-2 BER/A-01",
                "NEVER-2 POT/A-01",
                "NEVER-1 BER/A-01");

        assertEquals(all, told(page(StockFilter.NONE, Optional.empty(), ALL)));
        for (int limit = 1; limit <= all.size(); limit++) {
            assertEquals(all, pages(limit), "pages of " + limit);
        }
    }

    private List<String> pages(int limit) {
        List<String> told = new ArrayList<>();
        List<StockLine> page = page(StockFilter.NONE, Optional.empty(), limit);
        while (!page.isEmpty()) {
            told.addAll(told(page));
            page = page(StockFilter.NONE, Optional.of(page.get(page.size() - 1).key()), limit);
        }
        return told;
    }

    @Test
    void a_filter_leaves_out_everything_else() {
        stocked(aLot("Lot-A").expiring("2026-03-01").build(), "1 KGM", ON_SHELF);
        disposed(stocked(aLot("LOT-B").expiring("2026-03-02").build(), "1 KGM", IN_POTSDAM), Disposition.ON_HOLD);
        stocked(aLot("C").expiring("2026-03-09").markedBySupplier("lot-c/7").build(), "1 KGM", Position.at(in(GATE)));
        disposed(stocked(aLot("D").of(SALT).build(), "1 KGM", ON_ROAD), Disposition.SELLABLE);
        stocked(aLot("E").of(SALT).build(), "1 KGM", IN_PROCESS);

        assertListed("Lot-A C", filter -> filter.at(BERLIN));
        assertListed("LOT-B", filter -> filter.at(POTSDAM));
        assertListed("", filter -> filter.at(new SiteId("MARS")));
        assertListed("Lot-A LOT-B", filter -> filter.location(SHELF));
        assertListed("LOT-B", filter -> filter.at(POTSDAM).location(SHELF));
        assertListed("", filter -> filter.kind(PlaceKind.IN_TRANSIT).location(SHELF));
        assertListed("Lot-A LOT-B C", filter -> filter.kind(PlaceKind.LOCATION));
        assertListed("D", filter -> filter.kind(PlaceKind.IN_TRANSIT));
        assertListed("D", filter -> filter.kind(PlaceKind.IN_TRANSIT).at(POTSDAM));
        assertListed("", filter -> filter.kind(PlaceKind.IN_TRANSIT).at(BERLIN));
        assertListed("E", filter -> filter.kind(PlaceKind.PRODUCTION_ORDER));
        assertListed("D E", filter -> filter.item(SALT));
        assertListed("", filter -> filter.item(BREAD));
        assertListed("Lot-A LOT-B C", filter -> filter.lot(" lot-"));
        assertListed("C", filter -> filter.lot("LOT-C"));
        assertListed("D", filter -> filter.unit(pallet(1)));
        assertListed("", filter -> filter.unit(pallet(2)));
        assertListed("LOT-B", filter -> filter.disposition(Disposition.ON_HOLD));
        assertListed("Lot-A C D E", filter -> filter.disposition(Disposition.SELLABLE));
        assertListed("Lot-A", filter -> filter.expired(true));
        assertListed("LOT-B C D E", filter -> filter.expired(false));
        assertListed("LOT-B C", filter -> filter.expires(Optional.of("2026-03-02"), Optional.empty()));
        assertListed("Lot-A LOT-B", filter -> filter.expires(Optional.empty(), Optional.of("2026-03-02")));
        assertListed("LOT-B", filter -> filter.expires(Optional.of("2026-03-02"), Optional.of("2026-03-02")));
        assertListed(
                "LOT-B", filter -> filter.expired(false).at(POTSDAM).lot("l").disposition(Disposition.ON_HOLD));
    }

    private void assertListed(String lots, UnaryOperator<FilterBuilder> filter) {
        StockFilter built = filter.apply(new FilterBuilder()).build();
        assertEquals(
                lots,
                String.join(
                        " ",
                        page(built, Optional.empty(), ALL).stream()
                                .map(line -> line.lot().number().value())
                                .toList()),
                built.toString());
    }

    @Test
    void what_is_expired_is_said_by_the_date_of_the_site() {
        stocked(aLot("A").expiring("2026-03-02").build(), "1 KGM", ON_SHELF, IN_POTSDAM, IN_PROCESS);
        List<SiteDay> tomorrowInPotsdam = List.of(new SiteDay(BERLIN, TODAY), new SiteDay(POTSDAM, TODAY.plusDays(1)));

        assertEquals(
                List.of("A POT/A-01"),
                told(db.stockLines()
                        .page(
                                tomorrowInPotsdam,
                                new FilterBuilder().expired(true).build(),
                                Optional.empty(),
                                ALL)));
    }

    @Test
    void a_page_is_one_statement_and_the_end_of_the_one_before_another() {
        LotKey lot = stocked(aLot("A").build(), "1 KGM", ON_SHELF, IN_POTSDAM);
        stocked(aLot("B").of(SALT).build(), "1 KGM", ON_SHELF);

        assertEquals(1, statements(Optional.empty()));
        assertEquals(2, statements(Optional.of(new StockLine.Key(lot, ON_SHELF))));
    }

    private long statements(Optional<StockLine.Key> after) {
        return SentStatements.of(() -> page(StockFilter.NONE, after, ALL)).stream()
                .filter(sql -> !sql.equals(SentStatements.COMMIT))
                .count();
    }

    @Test
    void a_page_begins_only_behind_a_lot_that_is_there() {
        StockLine.Key unknown = new StockLine.Key(aLot("X").key(), ON_SHELF);

        assertThrows(IllegalArgumentException.class, () -> page(StockFilter.NONE, Optional.of(unknown), ALL));
    }

    private List<StockLine> page(StockFilter filter, Optional<StockLine.Key> after, int limit) {
        return db.stockLines().page(DAYS, filter, after, limit);
    }

    private static List<String> told(List<StockLine> lines) {
        return lines.stream()
                .map(line -> line.lot().number() + " " + line.position())
                .toList();
    }
}
