package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.fixture.RecallFixture;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.quantity.Quantity;

/** The market has a rule, is delivered on 5 March, and may take from orders of another customer that has none and is delivered later. */
class RuledSoftTakingIT {
    private static final PartyId NEAR = new PartyId("NEAR");

    private final Warehouse warehouse =
            new Warehouse().with(aParty("NEAR").as(PartyRole.CUSTOMER).build());

    /** A case has 12. Others have softly, each with its day in March, before the market wants something; then what they have left. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # 30 are two whole cases, and there are two
            whole=CS | APRIL 36 A-01                | B1 09 12            | 30 | APRIL 24 - 6   | B1 12
            # no whole case at either of two positions
            whole=CS | APRIL 6 A-01; APRIL 6 P-01   | B1 09 12            | 12 | - 12           | B1 12
            # 6 are over beside its 18
            whole=CS | APRIL 24 A-01                | B1 09 18            | 12 | APRIL 12       | B1 12
            whole=CS | APRIL 12 A-01                | B1 09 6; B2 08 6    | 12 | APRIL 12       | B1 0; B2 0
            # the last one has no whole case to give, the next one has
            whole=CS | APRIL 6 A-01; MAY 12 A-01    | B1 12 6; B2 08 12   | 12 | MAY 12         | B1 6; B2 0
            # what nobody has is used first
            whole=CS | APRIL 24 A-01; MAY 12 A-01   | B1 09 24            | 30 | APRIL 12, MAY 12 - 6 | B1 12
            # the one lot that it may have gives more than the other one would
            lots=1   | APRIL 5 A-01; MAY 10 A-01    | B1 09 5             | 12 | MAY 10 - 2     | B1 5
            # and as much as the other one
            lots=1   | APRIL 5 A-01; MAY 5 A-01     | B1 09 5             | 10 | MAY 5 - 5      | B1 5
            # and less
            lots=1   | APRIL 10 A-01; MAY 5 A-01    | B1 09 7             | 10 | APRIL 10       | B1 0
            lots=1   | APRIL 10 A-01; MAY 5 A-01    | B1 09 4; B2 08 4; B3 07 2 | 9 | APRIL 9 | B1 0; B2 0; B3 1
            # no limit but the quantity
            lots=3   | APRIL 10 A-01; MAY 5 A-01    | B1 09 4; B2 08 4    | 10 | APRIL 5, MAY 5 | B1 1; B2 4
            """)
    void only_what_is_used_is_taken_from_others_and_nothing_more_when_it_is_done_again(
            String rule, String stock, String soft, String wanted, String gets, String keep) {
        stock(stock);
        save(rule);
        for (String[] one : words(soft)) {
            warehouse.ordered(aSalesOrder(one[0])
                    .by(NEAR)
                    .deliveredOn("2026-03-" + one[1])
                    .ordering(BREAD, one[2] + " C62")
                    .build());
            done(warehouse.company.service(SoftReservations.class).allocate(one[0]));
        }
        warehouse.ordered(aSalesOrder("SOON")
                .deliveredOn("2026-03-05")
                .ordering(BREAD, wanted + " C62")
                .build());

        for (int time = 1; time <= 3; time++) {
            assertEquals(gets, warehouse.allocated("SOON"), "time " + time);

            assertEquals(keep, each(soft, order -> sum(reserved(order))), "time " + time);
            assertEquals(soft.replaceAll("(\\w+) \\d+ (\\d+)", "$1 $2"), each(soft, this::keptAndLost), "time " + time);
        }
    }

    /** What it has and what it was told that it lost are what it had. */
    private BigDecimal keptAndLost(String order) {
        return sum(reserved(order)).add(sum(lost(order)));
    }

    private List<Quantity> reserved(String order) {
        return warehouse.reservations(order).stream().map(Reservation::quantity).toList();
    }

    private List<Quantity> lost(String order) {
        return warehouse.company.service(AllocationDecisions.class).ofOrder(order, Optional.empty(), 100).stream()
                .filter(decision -> decision.candidates().stream()
                        .flatMap(one -> one.reasons().stream())
                        .anyMatch(reason -> reason.code().equals(SoftTaking.TAKEN)))
                .map(AllocationDecision::needed)
                .toList();
    }

    private static BigDecimal sum(List<Quantity> some) {
        return some.stream().map(Quantity::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String each(String soft, Function<String, BigDecimal> amount) {
        return words(soft).stream()
                .map(one -> one[0] + " " + amount.apply(one[0]).toPlainString())
                .collect(Collectors.joining("; "));
    }

    private void stock(String text) {
        for (String[] one : words(text)) {
            warehouse.with(
                    aLot(one[0])
                            .of(BREAD)
                            .expiring(one[0].equals("APRIL") ? "2026-04-20" : "2026-05-20")
                            .build(),
                    one[1] + " C62",
                    new LocationId(one[2]));
        }
    }

    private void save(String terms) {
        done(warehouse
                .company
                .service(AllocationRules.class)
                .save(
                        RecallFixture.ANNA,
                        new RuleChange(
                                new RuleScope(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(MARKET),
                                        Optional.empty(),
                                        Optional.empty()),
                                TODAY,
                                Terms.of(terms),
                                "test")));
    }

    private static List<String[]> words(String text) {
        return Arrays.stream(text.split("; ")).map(one -> one.split(" ")).toList();
    }
}
