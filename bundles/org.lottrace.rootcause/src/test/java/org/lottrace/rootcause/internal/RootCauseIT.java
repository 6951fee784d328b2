package org.lottrace.rootcause.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.rootcause.internal.BusyBakery.BIG_MILL;
import static org.lottrace.rootcause.internal.BusyBakery.OLD_MILL;
import static org.lottrace.rootcause.internal.BusyBakery.SEA_SALT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.rootcause.RootCauseQuestion;
import org.lottrace.api.rootcause.RootCauseReport;
import org.lottrace.api.rootcause.Suspicion;
import org.lottrace.api.rootcause.Suspicion.Candidate;
import org.lottrace.api.rootcause.Suspicion.Factor;

/** Each time somebody knows who did it: the report must say so, whatever else the lots have in common. */
class RootCauseIT {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_lot_of_flour_two_levels_up_is_found_among_salt_and_a_big_supplier(long seed) {
        BusyBakery bakery = new BusyBakery(seed);
        LotKey culprit = mostUsed(bakery, 0, 6);

        RootCauseReport report = explain(bakery, bakery.breadsWith(culprit));

        Candidate found = candidate(report.suspicions().get(0), Factor.INGREDIENT_LOT);
        assertEquals(culprit.toString(), found.name());
        assertEquals(bakery.breadsWith(culprit).size(), found.evidence().size());
        assertTrue(found.evidence().stream()
                .allMatch(how -> how.path().size() == 3 && how.path().get(2).equals(culprit)));
        assertTrue(isTelling(report.suspicions().get(0)));
        assertEquals(
                BigDecimal.ONE,
                suspicionOf(report, Factor.INGREDIENT_LOT, SEA_SALT.toString()).chance());
        assertTrue(rank(report, Factor.SUPPLIER, BIG_MILL.value()) > 0);
    }

    /** What stands in the numbers of the lots is known of them at any time. */
    @Test
    void what_was_recorded_later_explains_nothing_of_before() {
        BusyBakery bakery = new BusyBakery(1);
        RootCauseQuestion question = new RootCauseQuestion(bakery.breadsWith(mostUsed(bakery, 0, 6)), List.of(), 7);
        RootCauseReport now = bakery.rootCause().explain(question, AsOf.LATEST);

        assertEquals(now, bakery.rootCause().explain(question, AsOf.position(now.ledgerPosition())));
        assertTrue(factors(now).contains(Factor.INGREDIENT_LOT), now::toString);
        RootCauseReport before = bakery.rootCause().explain(question, AsOf.position(0));
        assertEquals(0, before.ledgerPosition());
        for (RootCauseReport then : List.of(
                before,
                bakery.rootCause().explain(question, AsOf.happenedBy(Instant.parse("2000-01-01T00:00:00Z"))),
                bakery.rootCause().explain(question, AsOf.knownAt(Instant.parse("2000-01-01T00:00:00Z"))))) {
            assertEquals(Set.of(Factor.LINE, Factor.SHIFT), factors(then));
        }
    }

    private static Set<Factor> factors(RootCauseReport report) {
        return report.suspicions().stream()
                .flatMap(suspicion -> suspicion.candidates().stream())
                .map(Candidate::factor)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_supplier_is_found_above_each_of_its_lots(long seed) {
        BusyBakery bakery = new BusyBakery(seed);
        List<LotKey> complaints = bakery.breadsWith(bakery.flours.get(6), bakery.flours.get(7));

        RootCauseReport report = explain(bakery, complaints);

        assertEquals(0, rank(report, Factor.SUPPLIER, OLD_MILL.value()));
        assertTrue(isTelling(report.suspicions().get(0)));
        assertTrue(rank(report, Factor.INGREDIENT_LOT, bakery.flours.get(6).toString()) > 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void two_culprits_are_both_found(long seed) {
        BusyBakery bakery = new BusyBakery(seed);
        LotKey one = mostUsed(bakery, 0, 4);
        LotKey other = mostUsed(bakery, 4, 9);

        RootCauseReport report = explain(bakery, bakery.breadsWith(one, other));

        assertTrue(isTelling(suspicionOf(report, Factor.INGREDIENT_LOT, one.toString())));
        assertTrue(isTelling(suspicionOf(report, Factor.INGREDIENT_LOT, other.toString())));
        assertEquals(
                Set.of(one.toString(), other.toString()),
                Set.copyOf(report.suspicions().stream()
                        .flatMap(suspicion -> suspicion.candidates().stream())
                        .filter(candidate -> candidate.factor() == Factor.INGREDIENT_LOT)
                        .limit(2)
                        .map(Candidate::name)
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_shelf_is_found(long seed) {
        BusyBakery bakery = new BusyBakery(seed);

        RootCauseReport report = explain(
                bakery, bakery.breadsThat(bread -> bakery.shelves.get(bread).equals("C-03")));

        assertEquals(
                "BER/C-03",
                candidate(report.suspicions().get(0), Factor.STORAGE_PLACE).name());
        assertTrue(isTelling(report.suspicions().get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "shift"})
    void a_line_or_a_shift_is_found_from_the_lot_numbers(String what) {
        BusyBakery bakery = new BusyBakery(7);
        int place = what.equals("line") ? 0 : 2;

        RootCauseReport report = explain(
                bakery, bakery.breadsThat(bread -> bread.number().value().charAt(place) == '2'));

        // the same line also made doughs of other breads: being exposed to it is less telling than it was
        assertEquals(
                "BER " + what + " 2",
                candidate(report.suspicions().get(0), what.equals("line") ? Factor.LINE : Factor.SHIFT)
                        .name());
    }

    /** The numbers say nothing; the other one of the two is the decoy, and so are the days and the salt. */
    @ParameterizedTest
    @CsvSource({"1, LINE", "2, LINE", "1, SHIFT", "2, SHIFT"})
    void a_line_or_a_shift_is_found_from_what_was_recorded_with_the_production(long seed, Factor factor) {
        BusyBakery bakery = new BusyBakery(seed, false);
        int place = factor == Factor.LINE ? 0 : 2;

        RootCauseReport report = explain(
                bakery,
                bakery.breadsThat(bread -> bakery.lineAndShift(bread).charAt(place) == '2'
                        || bakery.lineAndShift(bakery.doughOf(bread)).charAt(place) == '2'));

        String culprit = "BER " + factor.name().toLowerCase(Locale.ROOT) + " 2";
        assertEquals(culprit, candidate(report.suspicions().get(0), factor).name());
        assertTrue(isTelling(report.suspicions().get(0)));
        assertFalse(isTelling(suspicionOf(report, Factor.INGREDIENT_LOT, SEA_SALT.toString())));
        Factor decoy = factor == Factor.LINE ? Factor.SHIFT : Factor.LINE;
        assertFalse(isTelling(suspicionOf(report, decoy, "BER " + decoy.name().toLowerCase(Locale.ROOT) + " 2")));
        assertFalse(report.limits().stream().anyMatch(limit -> limit.startsWith("line and shift")));
    }

    /** Most old dough was made on one day: that day is the decoy. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dough_that_was_kept_too_long_is_found(long seed) {
        BusyBakery bakery = new BusyBakery(seed);

        RootCauseReport report = explain(bakery, bakery.breadsThat(bread -> age(bakery, bread) >= 15));

        assertEquals(
                "DOUGH went in 15 to 30 days after it was made",
                candidate(report.suspicions().get(0), Factor.CONDITION).name());
        assertTrue(isTelling(report.suspicions().get(0)));
        assertTrue(rank(report, Factor.PRODUCTION_DAY, "BER 2026-02-16") > 0);
    }

    /** Shelf C-03 is warm: what stood there for long went bad. Neither the shelf nor the late shipment alone did it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_long_stay_on_one_shelf_is_found(long seed) {
        BusyBakery bakery = new BusyBakery(seed);
        bakery.breads.forEach(bread -> bakery.ship(bread, isLate(bakery, bread) ? "2026-03-14" : "2026-03-06"));

        RootCauseReport report = explain(
                bakery,
                bakery.breadsThat(bread ->
                        isLate(bakery, bread) && bakery.shelves.get(bread).equals("C-03")));

        assertEquals(
                "stood 8 to 14 days at BER/C-03",
                candidate(report.suspicions().get(0), Factor.CONDITION).name());
        assertTrue(isTelling(report.suspicions().get(0)));
        assertTrue(rank(report, Factor.STORAGE_PLACE, "BER/C-03") > 0);
    }

    private static boolean isLate(BusyBakery bakery, LotKey bread) {
        return bakery.breads.indexOf(bread) % 2 == 0;
    }

    private static long age(BusyBakery bakery, LotKey bread) {
        return ChronoUnit.DAYS.between(
                LocalDate.parse(bakery.days.get(bakery.doughOf(bread))), LocalDate.parse(bakery.days.get(bread)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09, with 0 days left",
        "2026-03-08, with 1 to 2 days left",
        "2026-02-23, with 8 to 14 days left",
        "2026-03-10, after its expiry"
    })
    void the_day_of_expiry_is_the_last_good_one(LocalDate day, String left) {
        assertEquals(left, DayClass.left(day, LocalDate.parse("2026-03-09")));
    }

    @Test
    void not_every_lot_with_the_cause_needs_a_complaint() {
        BusyBakery bakery = new BusyBakery(3);
        LotKey culprit = mostUsed(bakery, 0, 6);
        List<LotKey> noticed = bakery.breadsWith(culprit).stream()
                .filter(bread -> bread.number().value().hashCode() % 3 != 0)
                .toList();

        RootCauseReport report = explain(bakery, noticed);

        assertEquals(
                culprit.toString(),
                candidate(report.suspicions().get(0), Factor.INGREDIENT_LOT).name());
        Suspicion first = report.suspicions().get(0);
        int unnoticed = bakery.breadsWith(culprit).size() - noticed.size();
        assertEquals(unnoticed, first.goodExposed());
        assertEquals(
                BigDecimal.valueOf(60 - noticed.size()).divide(BigDecimal.valueOf(unnoticed), 2, RoundingMode.HALF_UP),
                first.lift().orElseThrow());
    }

    @Test
    void named_good_lots_are_the_comparison() {
        BusyBakery bakery = new BusyBakery(1);
        LotKey culprit = mostUsed(bakery, 0, 6);
        List<LotKey> complaints = bakery.breadsWith(culprit);
        List<LotKey> good =
                bakery.breadsThat(bread -> !complaints.contains(bread)).subList(0, 10);

        RootCauseReport report = bakery.rootCause().explain(new RootCauseQuestion(complaints, good, 0));

        assertEquals(new TreeSet<>(good), new TreeSet<>(report.good()));
        assertEquals(10, report.suspicions().get(0).good());
        assertEquals(0, report.suspicions().get(0).goodExposed());
        assertEquals(Optional.empty(), report.suspicions().get(0).lift());
    }

    @Test
    void the_comparison_is_of_the_same_time_unless_a_margin_is_given() {
        BusyBakery bakery = new BusyBakery(1);
        List<LotKey> ofOneDay = bakery.breads.subList(0, 1);

        int sameDay = bakery.rootCause()
                .explain(new RootCauseQuestion(ofOneDay, List.of(), 0))
                .good()
                .size();
        int allDays = bakery.rootCause()
                .explain(new RootCauseQuestion(ofOneDay, List.of(), 9))
                .good()
                .size();

        assertEquals(14, sameDay);
        assertEquals(59, allDays);
    }

    /** Else whatever happens to goods because of the complaint would explain the complaint. */
    @Test
    void what_happened_after_shipping_or_after_going_in_does_not_count() {
        BusyBakery bakery = new BusyBakery(1);
        LotKey flour = mostUsed(bakery, 0, 6);
        List<LotKey> complaints = bakery.breadsWith(flour);
        complaints.forEach(bakery::ship);
        complaints.forEach(bread -> bakery.moveBack(bread, "COMPLAINTS"));
        bakery.moveRest(flour, "WET-CORNER");

        RootCauseReport report = explain(bakery, complaints);

        assertFalse(names(report).anyMatch(name -> name.endsWith("/COMPLAINTS") || name.endsWith("/WET-CORNER")));
        assertTrue(names(report).anyMatch(name -> name.endsWith("/SILO")));
    }

    @Test
    void without_any_other_lot_nothing_is_telling_and_the_report_says_why() {
        BusyBakery bakery = new BusyBakery(1);

        RootCauseReport report = explain(bakery, bakery.breads);

        assertEquals(List.of(), report.good());
        assertTrue(report.suspicions().stream().noneMatch(RootCauseIT::isTelling));
        assertTrue(report.limits().get(0).contains("name good lots"));
    }

    @Test
    void a_question_that_cannot_be_answered_is_refused() {
        LotKey lot = SEA_SALT;

        assertThrows(IllegalArgumentException.class, () -> new RootCauseQuestion(List.of(), List.of(lot), 0));
        assertThrows(IllegalArgumentException.class, () -> new RootCauseQuestion(List.of(lot), List.of(lot), 0));
        assertThrows(IllegalArgumentException.class, () -> new RootCauseQuestion(List.of(lot), List.of(), -1));
    }

    private static RootCauseReport explain(BusyBakery bakery, List<LotKey> complaints) {
        return bakery.rootCause().explain(new RootCauseQuestion(complaints, List.of(), 30));
    }

    private static LotKey mostUsed(BusyBakery bakery, int from, int to) {
        return bakery.flours.subList(from, to).stream()
                .max((one, other) ->
                        bakery.breadsWith(one).size() - bakery.breadsWith(other).size())
                .orElseThrow();
    }

    private static boolean isTelling(Suspicion suspicion) {
        return suspicion.correctedChance().compareTo(Ranking.TELLING) <= 0;
    }

    private static Candidate candidate(Suspicion suspicion, Factor factor) {
        return suspicion.candidates().stream()
                .filter(candidate -> candidate.factor() == factor)
                .findFirst()
                .orElseThrow(() -> new AssertionError(suspicion.toString()));
    }

    private static Suspicion suspicionOf(RootCauseReport report, Factor factor, String name) {
        return report.suspicions().get(rank(report, factor, name));
    }

    private static int rank(RootCauseReport report, Factor factor, String name) {
        List<Suspicion> suspicions = report.suspicions();
        for (int i = 0; i < suspicions.size(); i++) {
            if (suspicions.get(i).candidates().stream()
                    .anyMatch(candidate ->
                            candidate.factor() == factor && candidate.name().equals(name))) {
                return i;
            }
        }
        throw new AssertionError(factor + " " + name + " is not in " + suspicions);
    }

    private static Stream<String> names(RootCauseReport report) {
        return report.suspicions().stream()
                .flatMap(suspicion -> suspicion.candidates().stream())
                .map(Candidate::name);
    }
}
