package org.lottrace.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.planning.AdviceKind;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.ExpiryAdvice;
import org.lottrace.api.planning.LotRisk;
import org.lottrace.api.planning.RiskBasis;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.planning.internal.AdviceRules.Elsewhere;
import org.lottrace.planning.internal.AdviceRules.Need;
import org.lottrace.planning.internal.ExpiryQueue.Waiting;

class AdviceRulesTest {
    @Test
    void production_goes_before_transfer_and_the_rest_is_marked_down() {
        List<ExpiryAdvice> advice = AdviceRules.of(
                risk("60 KGM", "100 KGM", 8),
                List.of(need("FA1", 2, "10"), need("FA2", 9, "30")),
                List.of(elsewhere(20, List.of())));

        assertEquals(
                List.of(AdviceKind.USE_IN_PRODUCTION, AdviceKind.TRANSFER, AdviceKind.MARK_DOWN),
                advice.stream().map(ExpiryAdvice::kind).toList());
        assertEquals(Optional.of("FA1"), advice.get(0).productionOrder());
        assertEquals(quantity("10 KGM"), advice.get(0).quantity());
        assertEquals(Optional.of(Money.parse("EUR 5.00")), advice.get(0).money());
        assertEquals(Optional.of(POTSDAM), advice.get(1).to());
        // seven days there sell 20 on average
        assertEquals(20, advice.get(1).quantity().amount().doubleValue(), 0.1);
        assertEquals(
                quantity("60 KGM"),
                advice.stream()
                        .map(ExpiryAdvice::quantity)
                        .reduce(Quantity::plus)
                        .orElseThrow());
    }

    @Test
    void what_one_lot_took_another_does_not_get() {
        List<Need> needs = List.of(need("FA1", 2, "10"));
        List<Elsewhere> elsewhere = List.of(elsewhere(20, List.of()));

        AdviceRules.of(risk("60 KGM", "100 KGM", 8), needs, elsewhere);
        List<ExpiryAdvice> second = AdviceRules.of(risk("60 KGM", "100 KGM", 8), needs, elsewhere);

        assertTrue(
                second.stream().noneMatch(advice -> advice.kind() == AdviceKind.USE_IN_PRODUCTION), second::toString);
        assertTrue(
                second.stream()
                        .filter(advice -> advice.kind() == AdviceKind.TRANSFER)
                        .allMatch(advice -> advice.quantity().amount().intValue() < 5),
                second::toString);
    }

    @Test
    void a_site_that_has_enough_of_its_own_or_too_little_history_gets_nothing() {
        Waiting own = new Waiting(new BigDecimal("200"), 9);

        assertEquals(
                List.of(AdviceKind.MARK_DOWN),
                kinds(AdviceRules.of(risk("9 KGM", "9 KGM", 8), List.of(), List.of(elsewhere(20, List.of(own))))));
        assertEquals(
                List.of(AdviceKind.MARK_DOWN),
                kinds(AdviceRules.of(
                        risk("9 KGM", "9 KGM", 8),
                        List.of(),
                        List.of(new Elsewhere(POTSDAM, series(3, 20), List.of())))));
    }

    @Test
    void what_would_be_on_the_road_when_it_expires_is_not_sent() {
        assertEquals(
                List.of(AdviceKind.MARK_DOWN),
                kinds(AdviceRules.of(risk("9 KGM", "9 KGM", 1), List.of(), List.of(elsewhere(20, List.of())))));
    }

    @Test
    void next_to_nothing_is_not_worth_a_line() {
        assertEquals(List.of(), AdviceRules.of(risk("0.4 KGM", "9 KGM", 8), List.of(), List.of()));
    }

    private static List<AdviceKind> kinds(List<ExpiryAdvice> advice) {
        return advice.stream().map(ExpiryAdvice::kind).toList();
    }

    private static Need need(String order, int inDays, String open) {
        return new Need(order, TODAY.plusDays(inDays), new BigDecimal(open));
    }

    private static Elsewhere elsewhere(int weekly, List<Waiting> lots) {
        return new Elsewhere(POTSDAM, series(20, weekly), lots);
    }

    private static Series series(int weeks, int weekly) {
        return new Series(Collections.nCopies(weeks, BigDecimal.valueOf(weekly)));
    }

    private static LotRisk risk(String left, String all, int days) {
        ExpiringLot lot = new ExpiringLot(
                BERLIN,
                aLot("F1").of(FLOUR).key(),
                TODAY.plusDays(days),
                days,
                quantity(all),
                Optional.of(Money.parse("EUR 50.00")));
        return new LotRisk(
                lot,
                quantity("0 KGM"),
                RiskBasis.POISSON,
                20,
                BigDecimal.ONE,
                Optional.of(BigDecimal.ONE),
                Optional.of(quantity(left)),
                Optional.empty());
    }
}
