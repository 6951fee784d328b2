package org.lottrace.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.planning.PassedLot;
import org.lottrace.api.planning.PassedReason;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.api.planning.WastedLot;

/** A lot EARLY that was passed over by shipments, the newest of which is listed first. */
class SpoiledRulesTest {
    private static final LotKey EARLY = aLot("EARLY").of(BREAD).key();

    @Test
    void who_passed_it_over_first_answers_for_what_was_lost_and_all_parts_cost_what_all_of_it_did() {
        List<PassedLot> priced = SpoiledRules.of(
                List.of(passed(30, "4 C62"), passed(20, "5 C62"), passed(10, "2 C62")),
                List.of(wasted(BERLIN, "3 C62", "EUR 1.00"), wasted(BERLIN, "6 C62", "EUR 2.00")));

        assertEquals(
                List.of("30 2 C62 EUR 0.67", "20 5 C62 EUR 1.66", "10 2 C62 EUR 0.67"),
                priced.stream().map(SpoiledRulesTest::text).toList());
    }

    @Test
    void what_was_sold_after_all_and_what_was_lost_elsewhere_costs_nothing() {
        assertEquals(
                List.of("10 0 C62 -"),
                SpoiledRules.of(List.of(passed(10, "2 C62")), List.of(wasted(POTSDAM, "3 C62", "EUR 1.00"))).stream()
                        .map(SpoiledRulesTest::text)
                        .toList());
    }

    @Test
    void of_what_the_books_do_not_say_the_quantity_is_told() {
        assertEquals(
                List.of("10 2 C62 -"),
                SpoiledRules.of(
                                List.of(passed(10, "2 C62")),
                                List.of(wasted(BERLIN, "3 C62", "EUR 1.00"), wasted(BERLIN, "1 C62", "")))
                        .stream()
                        .map(SpoiledRulesTest::text)
                        .toList());
    }

    private static String text(PassedLot one) {
        return one.shipped().position() + " " + one.spoiled() + " "
                + one.spoiledValue().map(Money::toString).orElse("-");
    }

    private static PassedLot passed(long position, String quantity) {
        return new PassedLot(
                new ShippedLot(
                        position,
                        "SH" + position,
                        Optional.empty(),
                        Optional.of(MARKET),
                        BERLIN,
                        aLot("LATE").of(BREAD).key(),
                        TODAY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        quantity(quantity)),
                EARLY,
                TODAY,
                quantity(quantity),
                PassedReason.DEVIATION,
                "anna: asked for",
                quantity("0 C62"),
                Optional.empty());
    }

    private static WastedLot wasted(SiteId site, String quantity, String value) {
        return new WastedLot(
                site,
                EARLY,
                TODAY,
                TODAY.plusDays(1),
                Optional.empty(),
                quantity(quantity),
                Optional.of(value).filter(text -> !text.isEmpty()).map(Money::parse));
    }
}
