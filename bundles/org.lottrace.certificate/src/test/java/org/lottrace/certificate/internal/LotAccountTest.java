package org.lottrace.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.DispositionHistory;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quantity.UnitOfMeasure;

class LotAccountTest {
    private static final LotKey LOT = aLot("L1").key();
    private static final LotKey OTHER = aLot("L2").key();
    private static final Place FROM_MILL = Place.party(MILL);
    private static final Place MARKETS = Place.party(MARKET);
    private static final Place MADE = Place.transformation(BERLIN);
    private static final Place COUNT = Place.countDifference(BERLIN);
    private static final Place DISPOSAL = Place.disposal(BERLIN);

    private final LotAccount account = new LotAccount(LOT, new UnitOfMeasure("KGM"));
    private int events;

    @Test
    void each_way_in_and_out_has_its_own_sum() {
        move(EventType.RECEIVE, "100 KGM", FROM_MILL, in(SHELF));
        move(EventType.PRODUCE, "20 KGM", MADE, in(SHELF));
        move(EventType.COUNT, "3 KGM", COUNT, in(SHELF));
        move(EventType.COUNT, "1 KGM", DISPOSAL, in(SHELF));
        move(EventType.SHIP, "50 KGM", in(SHELF), MARKETS);
        move(EventType.RETURN, "5 KGM", MARKETS, in(DOCK));
        move(EventType.CONSUME, "7 KGM", in(SHELF), MADE);
        move(EventType.DISPOSE, "6 KGM", in(SHELF), DISPOSAL);
        move(EventType.COUNT, "2 KGM", in(SHELF), COUNT);
        move(EventType.TRANSFER, "9 KGM", in(SHELF), in(DOCK));

        var balance = account.balance(
                List.of(stock(in(SHELF), "50 KGM"), stock(in(DOCK), "14 KGM"), stock(in(DOCK), "1 BG")));

        assertEquals(
                "100 KGM 20 KGM 5 KGM 4 KGM | 64 KGM | 50 KGM 7 KGM 6 KGM 2 KGM",
                balance.received() + " " + balance.produced() + " " + balance.returned() + " " + balance.found() + " | "
                        + balance.onHand() + " | " + balance.shipped() + " " + balance.consumed() + " "
                        + balance.disposed() + " " + balance.missed());
        assertEquals(List.of(), findings("50 KGM", "14 KGM"));
    }

    @Test
    void what_was_reversed_did_not_go_that_way() {
        move(EventType.RECEIVE, "100 KGM", FROM_MILL, in(SHELF));
        TraceEvent shipped = move(EventType.SHIP, "50 KGM", in(SHELF), MARKETS);
        TraceEvent returned = move(EventType.RETURN, "5 KGM", MARKETS, in(SHELF));
        take(reversalOf(returned));
        take(reversalOf(shipped));

        assertEquals(quantity("0 KGM"), account.balance(List.of()).shipped());
        assertEquals(quantity("0 KGM"), account.balance(List.of()).returned());
        assertEquals(List.of(), findings("100 KGM", "0 KGM"));
    }

    /** The goods are with the market again, so it can return all of them. */
    @Test
    void a_reversed_return_can_come_back_again() {
        move(EventType.RECEIVE, "5 KGM", FROM_MILL, in(SHELF));
        move(EventType.SHIP, "5 KGM", in(SHELF), MARKETS);
        take(reversalOf(move(EventType.RETURN, "5 KGM", MARKETS, in(SHELF))));
        move(EventType.RETURN, "5 KGM", MARKETS, in(SHELF));

        assertEquals(List.of(), findings("5 KGM", "0 KGM"));
    }

    @ParameterizedTest
    @CsvSource({"4 KGM, ''", "5 KGM, ''", "6 KGM, RETURNS 1 KGM at 4"})
    void nobody_returns_more_than_was_shipped_to_them(String returned, String finding) {
        move(EventType.RECEIVE, "20 KGM", FROM_MILL, in(SHELF));
        move(EventType.SHIP, "5 KGM", in(SHELF), MARKETS);
        move(EventType.SHIP, "5 KGM", in(SHELF), FROM_MILL);
        move(EventType.RETURN, returned, MARKETS, in(DOCK));

        assertEquals(finding.isEmpty() ? List.of() : List.of(finding), findings("10 KGM", returned));
    }

    @Test
    void what_was_returned_too_much_is_not_missed_again() {
        move(EventType.RECEIVE, "20 KGM", FROM_MILL, in(SHELF));
        move(EventType.RETURN, "1 KGM", MARKETS, in(DOCK));
        move(EventType.SHIP, "5 KGM", in(SHELF), MARKETS);
        move(EventType.RETURN, "5 KGM", MARKETS, in(DOCK));
        move(EventType.RETURN, "2 KGM", MARKETS, in(DOCK));

        assertEquals(List.of("RETURNS 1 KGM at 2", "RETURNS 2 KGM at 5"), findings("15 KGM", "8 KGM"));
    }

    /** The lowest is named, and of two that are as low the first, the third event; its time is not named besides. */
    @Test
    void a_place_that_held_less_than_nothing_is_named_once_with_the_lowest() {
        move(EventType.RECEIVE, "10 KGM", FROM_MILL, in(SHELF));
        move(EventType.SHIP, "11 KGM", in(SHELF), MARKETS);
        move(EventType.SHIP, "1 KGM", in(SHELF), MARKETS);
        move(EventType.RECEIVE, "1 KGM", FROM_MILL, in(SHELF));
        move(EventType.SHIP, "1 KGM", in(SHELF), MARKETS);
        take(anEvent("later", EventType.RECEIVE)
                .in(aContext("later").at("2026-03-02T09:00:00Z").build())
                .moving(LOT, "6 KGM", FROM_MILL, in(SHELF))
                .build());

        assertEquals(List.of("RUNNING_BALANCE 2 KGM at 3"), findings("4 KGM", "0 KGM"));
    }

    @Test
    void the_lines_of_an_event_move_at_once() {
        take(anEvent("e1", EventType.TRANSFER)
                .moving(LOT, "5 KGM", in(SHELF), in(DOCK))
                .moving(OTHER, "9 KGM", in(DOCK), in(SHELF))
                .moving(LOT, "5 KGM", FROM_MILL, in(SHELF))
                .build());

        assertEquals(List.of(), findings("0 KGM", "5 KGM"));
    }

    @Test
    void what_was_taken_before_it_came_is_named_by_its_time() {
        move(EventType.RECEIVE, "10 KGM", FROM_MILL, in(SHELF));
        take(anEvent("early", EventType.SHIP)
                .in(aContext("early").at("2026-03-01T08:00:00Z").build())
                .moving(LOT, "4 KGM", in(SHELF), MARKETS)
                .build());

        assertEquals(List.of("TIME_ORDER 4 KGM at 2"), findings("6 KGM", "0 KGM"));
    }

    @Test
    void stock_that_the_events_do_not_give_is_named_and_so_is_another_unit() {
        move(EventType.RECEIVE, "10 KGM", FROM_MILL, in(SHELF));

        assertEquals(
                List.of("UNITS 1 BG", "STOCK 3 KGM", "STOCK -1 KGM"),
                texts(
                        List.of(stock(in(SHELF), "7 KGM"), stock(in(DOCK), "1 KGM"), stock(in(DOCK), "1 BG")),
                        Optional.empty()));
        assertEquals(
                "by the events there should be 0 KGM at " + Position.at(in(DOCK)) + ", the stock says 1 KGM",
                account.findings(List.of(stock(in(SHELF), "10 KGM"), stock(in(DOCK), "1 KGM")), Optional.empty())
                        .get(0)
                        .message());
    }

    @Test
    void a_line_in_another_unit_is_named_and_left_out() {
        move(EventType.RECEIVE, "10 KGM", FROM_MILL, in(SHELF));
        move(EventType.RECEIVE, "1 BG", FROM_MILL, in(SHELF));

        assertEquals(List.of("UNITS 1 BG at 2"), findings("10 KGM", "0 KGM"));
    }

    @Test
    void a_lot_that_no_event_names_is_not_registered() {
        assertEquals(List.of("REGISTRATION"), texts(List.of(), Optional.empty()));
    }

    /** What the events do, one after the other; then what the lot is, and the finding of the last. */
    @ParameterizedTest
    @CsvSource({
        "hold, ON_HOLD e2, ''",
        "recall, RECALLED, ''",
        "release, SELLABLE, DISPOSITIONS 10 KGM at 2",
        "hold release, SELLABLE, ''",
        "hold recall, RECALLED e2, ''",
        "hold hold, ON_HOLD e2 e3, ''",
        "recall hold, RECALLED e3, ''",
        "recall recall, RECALLED, DISPOSITIONS 10 KGM at 3",
        "recall end, ON_HOLD e3, ''",
        "hold recall end, ON_HOLD e2 e4, ''",
        "end, ON_HOLD e2, DISPOSITIONS 10 KGM at 2",
        "recall release, RECALLED, DISPOSITIONS 10 KGM at 3"
    })
    void what_releases_or_ends_has_something_to_end(String acts, String state, String finding) {
        move(EventType.RECEIVE, "10 KGM", FROM_MILL, in(SHELF));
        for (String act : acts.split(" ")) {
            take(act);
        }

        assertEquals(
                finding.isEmpty() ? List.of() : List.of(finding), texts(List.of(stock(in(SHELF), "10 KGM")), kept()));
        assertEquals(
                state,
                Stream.concat(
                                kept().stream().map(lot -> lot.disposition().code()),
                                kept().stream()
                                        .flatMap(lot -> lot.holds().stream())
                                        .map(hold -> hold.event().value()))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void a_reversal_takes_a_hold_back() {
        move(EventType.RECEIVE, "10 KGM", FROM_MILL, in(SHELF));
        take("hold");
        take(anEvent(nextId(), EventType.REVERSE)
                .correcting("e2")
                .setting(LOT, Disposition.SELLABLE, "undone")
                .build());

        assertEquals(
                List.of(),
                texts(
                        List.of(stock(in(SHELF), "10 KGM")),
                        Optional.of(Dispositions.of(LOT, Disposition.SELLABLE, "undone", new EventId("e3")))));
    }

    private void take(String act) {
        EventType type = act.equals("release") || act.equals("end") ? EventType.RELEASE : EventType.HOLD;
        Disposition set =
                switch (act) {
                    case "recall" -> Disposition.RECALLED;
                    case "release" -> Disposition.SELLABLE;
                    default -> Disposition.ON_HOLD;
                };
        take(anEvent(nextId(), type)
                .setting(OTHER, Disposition.RECALLED, "not this one")
                .setting(LOT, set, "moths")
                .build());
    }

    /** What the ledger keeps of these events. */
    private Optional<LotDisposition> kept() {
        DispositionHistory history = new DispositionHistory();
        taken.forEach(history::take);
        return history.of(LOT);
    }

    @Test
    void the_disposition_that_was_kept_is_that_of_the_events() {
        move(EventType.RECEIVE, "10 KGM", FROM_MILL, in(SHELF));
        take(anEvent(nextId(), EventType.HOLD)
                .setting(LOT, Disposition.ON_HOLD, "moths")
                .build());

        var findings = account.findings(List.of(stock(in(SHELF), "10 KGM")), Optional.empty());

        assertEquals(
                List.of("DISPOSITIONS 10 KGM"),
                findings.stream().map(LotAccountTest::text).toList());
        assertEquals(
                "by the events its disposition is ON_HOLD since e2 (moths), kept is never changed",
                findings.get(0).message());
    }

    private TraceEvent move(EventType type, String quantity, Place from, Place to) {
        TraceEvent event =
                anEvent(nextId(), type).moving(LOT, quantity, from, to).build();
        take(event);
        return event;
    }

    private final List<TraceEvent> taken = new ArrayList<>();

    private String nextId() {
        return "e" + (events + 1);
    }

    private void take(TraceEvent event) {
        taken.add(event);
        account.take(new RecordedEvent(event, ++events, NOW, ""));
    }

    private List<String> findings(String onShelf, String onDock) {
        return texts(
                Stream.of(stock(in(SHELF), onShelf), stock(in(DOCK), onDock))
                        .filter(balance -> !balance.quantity().isZero())
                        .toList(),
                Optional.empty());
    }

    private List<String> texts(List<StockBalance> kept, Optional<LotDisposition> disposition) {
        return account.findings(kept, disposition).stream()
                .map(LotAccountTest::text)
                .toList();
    }

    private static String text(Finding finding) {
        return finding.witness()
                + finding.quantity().map(quantity -> " " + quantity).orElse("")
                + finding.ledgerPosition().map(position -> " at " + position).orElse("");
    }

    private static StockBalance stock(Place place, String quantity) {
        return new StockBalance(LOT, Position.at(place), quantity(quantity));
    }
}
