package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.Outcomes.refusals;
import static org.lottrace.cost.internal.Captured.found;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.cost.ItemMethod;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.Revaluation;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/** How items are valued, as it is said, on the real stores. */
class CostMethodsIT {
    private static final LotKey ONE = aLot("L1").key();
    private static final LotKey TWO = aLot("L2").key();
    private static final String KILOGRAM = "KGM";

    private final BakeryBooks books = new BakeryBooks()
            .ordered("P1", FLOUR, "100 KGM", "2.00")
            .ordered("P2", FLOUR, "100 KGM", "3.00")
            .recorded(received("N1", "P1", goods(ONE, "10 KGM")));

    @Test
    void from_a_change_on_the_books_follow_the_method_and_built_again_they_are_the_same() {
        done(change("m1", FLOUR, CostMethod.WEIGHTED_AVERAGE, Optional.empty()));
        books.recorded(received("N2", "P2", goods(TWO, "10 KGM")), shipped("S1", "SO1", goods(ONE, "4 KGM")));
        assertEquals("15.00 25.00 10.00", values());
        done(change("m2", FLOUR, CostMethod.STANDARD, price("2", "BG"))); // a bag is 25 kilograms
        books.recorded(shipped("S2", "SO2", goods(TWO, "5 KGM")));

        assertEquals("0.48 0.40 10.40", values());
        List<JournalEntry> before = journal();
        books.forgetEverythingBooked();

        assertEquals(before, journal());
        assertEquals("0.48 0.40 10.40", values());
    }

    @Test
    void at_first_in_first_out_layers_are_kept_from_start_to_start_and_built_again_they_are_the_same() {
        done(change("m1", FLOUR, CostMethod.FIFO, Optional.empty()));
        books.recorded(received("N2", "P2", goods(TWO, "10 KGM")), shipped("S1", "SO1", goods(TWO, "4 KGM")));
        assertEquals("24.00 18.00 8.00", values()); // 6 at 2.00 and 4 at 3.00; 6 at 3.00
        books.costing(CurrencyUnit.EUR);
        books.recorded(shipped("S2", "SO2", goods(TWO, "6 KGM"), goods(ONE, "1 KGM")));

        assertEquals("27.00 0.00 23.00", values());
        List<JournalEntry> before = journal();
        books.forgetEverythingBooked();

        assertEquals(before, journal());
        assertEquals("27.00 0.00 23.00", values());
    }

    @Test
    void a_method_for_a_day_that_is_to_come_counts_from_that_day_on_whenever_the_program_was_started() {
        done(change("m1", CostMethod.STANDARD, price("2.50", KILOGRAM), Bakery.TODAY.plusDays(2)));
        done(change("m2", CostMethod.FIFO, Optional.empty(), Bakery.TODAY.plusDays(1)));
        books.recorded(received("N2", "P2", goods(TWO, "10 KGM")), shipped("S1", "SO1", goods(ONE, "1 KGM")));
        assertEquals("18.00 30.00 2.00", values());
        Instant tomorrow = Bakery.NOW.plus(Duration.ofDays(1));
        books.recordedAt(tomorrow, shipped("S2", "SO2", goods(TWO, "4 KGM")));
        assertEquals("22.00 18.00 10.00", values()); // 5 at 2.00 and 4 at 3.00; 6 at 3.00
        books.costing(CurrencyUnit.EUR);
        books.recordedAt(tomorrow.plus(Duration.ofDays(3)), shipped("S3", "SO3", goods(TWO, "6 KGM")));

        assertEquals("22.50 0.00 25.00", values());
        List<JournalEntry> before = journal();
        JournalEntry standard = before.stream()
                .filter(entry -> entry.event().value().equals("m1"))
                .findFirst()
                .orElseThrow();
        assertEquals(Bakery.TODAY.plusDays(2), standard.accountingDate());
        assertEquals(
                "EUR 2.50",
                standard.lines().stream()
                        .filter(line -> line.account() == Account.INVENTORY_REVALUATION)
                        .map(JournalLine::amount)
                        .reduce(Money::plus)
                        .orElseThrow()
                        .toString());
        books.forgetEverythingBooked();

        assertEquals(before, journal());
        assertEquals(
                List.of("STANDARD " + Bakery.TODAY.plusDays(2), "FIFO " + Bakery.TODAY.plusDays(1)),
                books.history().methods(Optional.empty(), 0, 10).stream()
                        .map(method -> method.method() + " " + method.from())
                        .toList());
    }

    @Test
    void a_day_that_is_not_to_come_or_too_far_ahead_is_refused() {
        assertEquals(List.of("FROM_WRONG"), refusals(change("m1", CostMethod.FIFO, Optional.empty(), Bakery.TODAY)));
        assertEquals(
                List.of("FROM_WRONG"),
                refusals(change("m1", CostMethod.FIFO, Optional.empty(), Bakery.TODAY.plusDays(732))));
    }

    private Outcome<RecordedEvent> change(String id, CostMethod method, Optional<UnitPrice> standard, LocalDate from) {
        return books.entries()
                .changeMethod(new CostMethodChange(
                        aContext(id).request(), FLOUR, method, standard, "the board said so", Optional.of(from)));
    }

    /** Ten kilograms are worth as much as before, and a hundred are not. */
    @Test
    void a_standard_that_changes_no_value_yet_counts_all_the_same() {
        done(change("m1", FLOUR, CostMethod.STANDARD, price("2.0004", KILOGRAM)));
        books.recorded(found("K1", ONE, "90 KGM"));

        assertEquals(
                List.of("INVENTORY 180.04", "INVENTORY_ADJUSTMENT -180.04"),
                journal().stream()
                        .skip(1)
                        .flatMap(entry -> entry.lines().stream())
                        .map(line -> line.account() + " " + line.amount().getAmount())
                        .toList());
    }

    @Test
    void a_program_that_is_started_anew_goes_on_with_the_method() {
        done(change("m1", FLOUR, CostMethod.WEIGHTED_AVERAGE, Optional.empty()));
        books.recorded(received("N2", "P2", goods(TWO, "10 KGM")));
        assertEquals(
                "EUR 25.00", books.costing().costOf(ONE).orElseThrow().value().toString());
        LotCosting startedAnew = books.costing(CurrencyUnit.EUR);
        books.recorded(received("N3", "P2", goods(TWO, "10 KGM")));

        assertEquals("EUR 26.67", startedAnew.costOf(ONE).orElseThrow().value().toString());
    }

    @Test
    void what_was_said_is_listed_a_page_at_a_time_and_a_repetition_is_recorded_once() {
        RecordedEvent first = done(change("m1", FLOUR, CostMethod.WEIGHTED_AVERAGE, Optional.empty()));
        done(change("m2", Bakery.BREAD, CostMethod.STANDARD, price("0.5", "C62")));
        done(change("m3", FLOUR, CostMethod.LOT_ACTUAL, Optional.empty()));

        assertEquals(
                new Outcome.AlreadyDone<>(first), change("m1", FLOUR, CostMethod.WEIGHTED_AVERAGE, Optional.empty()));
        List<ItemMethod> all = books.history().methods(Optional.empty(), 0, 10);
        assertEquals(
                List.of(
                        "FLOUR WEIGHTED_AVERAGE Optional.empty",
                        "BREAD STANDARD " + price("0.5", "C62"),
                        "FLOUR LOT_ACTUAL Optional.empty"),
                all.stream()
                        .map(method -> method.item() + " " + method.method() + " " + method.standard())
                        .toList());
        assertEquals("the board said so", all.get(0).reason());
        assertEquals(first.position(), all.get(0).position());
        assertEquals(all.subList(1, 2), books.history().methods(Optional.empty(), first.position(), 1));
        assertEquals(
                List.of("m1", "m3"),
                books.history().methods(Optional.of(FLOUR), 0, 10).stream()
                        .map(method -> method.event().value())
                        .toList());
    }

    @Test
    void every_problem_of_a_change_is_told_and_nothing_is_recorded() {
        assertEquals(
                List.of("REASON_MISSING", "ITEM_UNKNOWN", "STANDARD_WRONG"),
                refusals(books.entries()
                        .changeMethod(new CostMethodChange(
                                aContext("m1").request(),
                                new ItemNumber("NONE"),
                                CostMethod.STANDARD,
                                Optional.empty(),
                                " "))));
        assertEquals(
                List.of("STANDARD_WRONG"), refusals(change("m1", FLOUR, CostMethod.LOT_ACTUAL, price("1", KILOGRAM))));
        assertEquals(
                List.of("CURRENCY_NOT_FUNCTIONAL", "STANDARD_WRONG", "UNIT_UNKNOWN"),
                refusals(change(
                        "m1",
                        FLOUR,
                        CostMethod.STANDARD,
                        Optional.of(new UnitPrice(new BigDecimal("0.0000001"), "USD", new UnitOfMeasure("LTR"))))));
        assertEquals(1, books.costing().progress().head());
    }

    @Test
    void a_lot_at_standard_is_not_valued_anew_by_itself() {
        done(change("m1", FLOUR, CostMethod.STANDARD, price("2", KILOGRAM)));

        assertEquals(
                List.of("VALUED_AT_STANDARD"),
                refusals(books.entries()
                        .revalue(new Revaluation(
                                aContext("v1").request(),
                                "V1",
                                ONE,
                                Revaluation.Kind.WRITE_DOWN,
                                price("1", KILOGRAM).orElseThrow(),
                                "sold for less"))));
    }

    private String values() {
        return Stream.concat(
                        Stream.of(ONE, TWO).map(lot -> books.costing()
                                .costOf(lot)
                                .orElseThrow()
                                .value()),
                        books.costing().journal(Bakery.TODAY.minusYears(1), Bakery.TODAY.plusYears(1), 0, 100).stream()
                                .flatMap(entry -> entry.lines().stream())
                                .filter(line -> line.account() == Account.COST_OF_GOODS_SOLD)
                                .map(line -> line.amount())
                                .reduce(Money::plus)
                                .stream())
                .map(value -> value.getAmount().toString())
                .collect(Collectors.joining(" "));
    }

    private List<JournalEntry> journal() {
        return books.costing().journal(Bakery.TODAY.minusYears(1), Bakery.TODAY.plusYears(1), 0, 100);
    }

    private static Optional<UnitPrice> price(String euros, String per) {
        return Optional.of(new UnitPrice(new BigDecimal(euros), "EUR", new UnitOfMeasure(per)));
    }

    private Outcome<RecordedEvent> change(String id, ItemNumber item, CostMethod method, Optional<UnitPrice> standard) {
        return books.entries()
                .changeMethod(
                        new CostMethodChange(aContext(id).request(), item, method, standard, "the board said so"));
    }
}
