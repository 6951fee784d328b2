package org.lottrace.lot.master.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.refusals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.persistence.testing.TestDatabase;

class LotMasterServiceIT {
    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final LotMasterService lots =
            new LotMasterService(database.unitOfWork(), database.lots(), database.items(), database.parties());

    @Test
    void of_lots_that_are_given_together_each_is_registered_once() {
        Lot known = aLot("L0").expiring("2026-12-31").build();
        lots.register(known);
        Lot first = aLot("L1").expiring("2026-12-31").build();
        Lot other = aLot("L1").expiring("2027-12-31").build();
        Lot unknown = aLot("L2").of(new ItemNumber("NO-ITEM")).build();

        Map<Lot, Outcome<Lot>> outcomes = lots.registerAll(List.of(other, known, first, unknown));

        assertEquals(List.of(other, known, first, unknown), List.copyOf(outcomes.keySet()));
        assertInstanceOf(Outcome.Done.class, outcomes.get(other));
        assertInstanceOf(Outcome.AlreadyDone.class, outcomes.get(known));
        assertEquals(List.of("LOT_DIFFERS"), refusals(outcomes.get(first)));
        assertEquals(List.of("ITEM_UNKNOWN"), refusals(outcomes.get(unknown)));
        assertEquals(Optional.of(other), lots.find(first.key()));
    }

    @Test
    void registers_a_lot_once() {
        Lot flour = aLot("L1").expiring("2026-12-31").markedBySupplier("L1").build();

        assertInstanceOf(Outcome.Done.class, lots.register(flour));
        assertInstanceOf(Outcome.AlreadyDone.class, lots.register(flour));
        assertEquals(Optional.of(flour), lots.find(flour.key()));
    }

    @Test
    void computes_the_expiry_from_production_and_shelf_life() {
        lots.register(aLot("L1").producedOn("2024-02-29").build());

        assertEquals(
                Optional.of(LocalDate.of(2025, 2, 28)),
                lots.find(aLot("L1").key()).orElseThrow().expiry());
    }

    @Test
    void rejects_what_cannot_be() {
        assertRejected(aLot("L1"), "EXPIRY_MISSING");
        assertRejected(aLot("L1").producedOn("2026-03-02").expiring("2026-03-01"), "EXPIRY_BEFORE_PRODUCTION");
        assertRejected(
                aLot("L1").of(new ItemNumber("CAKE")).from(new PartyId("NOBODY")), "PARTY_UNKNOWN", "ITEM_UNKNOWN");
        assertEquals(List.of(), lots.ofItem(aLot().key().item(), Optional.empty(), 10));
    }

    @Test
    void rejects_a_known_lot_with_other_dates() {
        lots.register(aLot("L1").producedOn("2026-01-01").expiring("2026-12-31").build());

        assertRejected(aLot("L1").expiring("2026-12-30"), "LOT_DIFFERS");
        assertRejected(aLot("L1").producedOn("2026-01-02").expiring("2026-12-30"), "LOT_DIFFERS", "LOT_DIFFERS");
        assertInstanceOf(Outcome.AlreadyDone.class, lots.register(aLot("L1").build()));
    }

    @Test
    void keeps_lots_of_the_same_number_apart_by_item_and_issuer() {
        lots.register(aLot("77").expiring("2026-12-31").build());
        lots.register(aLot("77").of(SALT).build());
        lots.register(aLot("77").of(SALT).from(MARKET).build());
        lots.register(aLot("78").of(SALT).build());

        assertEquals(List.of("MARKET/SALT/77", "MILL/FLOUR/77", "MILL/SALT/77"), found("77"));
        assertEquals(List.of("MARKET/SALT/77", "MILL/SALT/77"), found("SALT/77"));
        assertEquals(List.of("MILL/SALT/77"), found("MILL/SALT/77"));
        assertEquals(List.of(), found("BREAD/77"));
    }

    @Test
    void finds_all_of_many_lots_that_are_registered_each_once() {
        Lot first = aLot("L1").expiring("2026-12-31").build();
        Lot second = aLot("L2").expiring("2026-12-31").build();
        lots.registerAll(List.of(first, second));

        assertEquals(
                List.of(first, second),
                lots.findAll(List.of(second.key(), first.key(), aLot("L3").key(), second.key())));
        assertEquals(List.of(), lots.findAll(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/06/0042",
                "FLOUR/2026/06/0042",
                "MILL/FLOUR/2026/06/0042",
                "/FLOUR/2026/06/0042",
                "//2026/06/0042"
            })
    void finds_a_lot_whose_number_has_slashes_however_it_is_written(String text) {
        Lot lot = aLot("2026/06/0042").expiring("2026-12-31").build();
        lots.registerAll(List.of(lot, aLot("0042").expiring("2026-12-31").build()));

        assertEquals(List.of(lot), lots.find(LotReference.parse(text)));
        assertEquals(Map.of(LotReference.parse(text), List.of(lot)), lots.find(List.of(LotReference.parse(text))));
    }

    @Test
    void a_lot_that_fits_as_it_is_written_is_meant_before_another_reading() {
        Lot written = aLot("7").expiring("2026-12-31").build();
        lots.registerAll(List.of(written, aLot("FLOUR/7").expiring("2026-12-31").build()));

        assertEquals(List.of(written), lots.find(LotReference.parse("FLOUR/7")));
    }

    @Test
    void lots_that_are_there_are_registered_as_far_as_they_are_known() {
        Lot known = aLot("L1").expiring("2026-12-31").build();
        Lot noDates = aLot("L2").build();
        Lot wrong = aLot("L3").producedOn("2026-02-01").expiring("2026-01-01").build();
        lots.register(known);
        Lot other = aLot("L1").expiring("2027-12-31").build();

        Map<Lot, Outcome<Lot>> outcomes = lots.registerAsFound(List.of(other, noDates, wrong));

        assertEquals(new Outcome.AlreadyDone<>(known), outcomes.get(other));
        assertEquals(new Outcome.Done<>(noDates), outcomes.get(noDates));
        assertEquals(
                List.of("EXPIRY_BEFORE_PRODUCTION"),
                outcomes.get(wrong).violations().stream().map(Violation::code).toList());
    }

    @Test
    void lists_the_lots_of_an_item_by_expiry() {
        lots.register(aLot("B3").of(BREAD).expiring("2026-03-05").build());
        lots.register(aLot("B1").of(BREAD).expiring("2026-03-09").build());

        assertEquals(
                List.of("B3", "B1"),
                lots.ofItem(BREAD, Optional.empty(), 10).stream()
                        .map(lot -> lot.key().number().value())
                        .toList());
    }

    private List<String> found(String reference) {
        return lots.find(LotReference.parse(reference)).stream()
                .map(lot -> lot.key().toString())
                .toList();
    }

    private void assertRejected(LotBuilder lot, String... codes) {
        Outcome<Lot> result = lots.register(lot.build());
        assertEquals(List.of(codes), result.fold(known -> List.of(), violations -> violations.stream()
                .map(v -> v.code())
                .toList()));
        assertEquals(
                List.of(codes),
                lots.check(lot.build()).stream().map(v -> v.code()).toList());
    }
}
