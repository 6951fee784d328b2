package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.lot.LotKey;

/** An offer is {@code number expiry production receipt pieces}, with {@code -} for no date; {@code P} on a pallet, {@code F} at the pick face, {@code #2} at the second location, {@code =DE} what it says. */
class RuledChoiceTest {
    private static final String SPRING =
            "A 05-01 02-01 02-20 9; B 04-01 02-10 02-15 9; C - 01-01 02-25 9; D 06-01 - 02-10 9";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rotation=FEFO               | B A D C
            rotation=FIFO               | D B A C
            rotation=LEFO               | C D A B
            rotation=FIRST_MANUFACTURED | C A B D
            rotation=NEWEST_FIRST       | B A C D
            """)
    void each_rotation_has_its_order(String terms, String order) {
        assertEquals(order, order(terms, SPRING));
    }

    /** w11: of lots without expiry the one that came first, however much of it is left. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NEW - - 02-20 5; OLD - - 02-01 55 | OLD NEW
            NEW - - - 5; OLD - - 02-01 55     | OLD NEW
            """)
    void lots_without_expiry_go_by_day_of_receipt(String offers, String order) {
        assertEquals(order, order("", offers));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | 10 | A 04-01 - - 3; B 05-01 - - 4; C 06-01 - - 9             | A 3, B 4, C 3
            # one lot suffices, but not the first one: it would cost an earlier lot
            single=0            | 9  | A 04-01 - - 3; B 05-01 - - 4; C 06-01 - - 9             | A 3, B 4, C 2
            single=0            | 9  | A 04-01 - - 3; B 04-01 - - 9                            | B 9
            single=30           | 9  | A 04-01 - - 3; B 05-01 - - 9                            | B 9
            single=29           | 9  | A 04-01 - - 3; B 05-01 - - 9                            | A 3, B 6
            single=99           | 9  | A 04-01 - - 3; B - - - 9                                | A 3, B 6
            single=30           | 9  | A 04-01 - - 3; B 05-01 - - 8                            | A 3, B 6
            # two lots that give most; of those that do, the first ones
            lots=2              | 10 | A 04-01 - - 3; B 05-01 - - 4; C 06-01 - - 6             | B 4, C 6
            lots=2              | 9  | A 04-01 - - 3; B 05-01 - - 4; C 06-01 - - 6             | A 3, C 6
            lots=1              | 9  | A 04-01 - - 3; B 05-01 - - 4; C 06-01 - - 6             | C 6
            lots=3              | 9  | A 04-01 - - 3; B 05-01 - - 4; C 06-01 - - 6             | A 3, B 4, C 2
            # a lot at two places is one lot
            lots=1              | 6  | A 04-01 - - 3; A 04-01 - - 3 F; B 05-01 - - 5           | A 3, A 3
            # whole cases of 12 from each place
            whole=CS            | 40 | A 04-01 - - 13; B 05-01 - - 11; C 06-01 - - 30          | A 12, C 24
            whole=CS            | 11 | A 04-01 - - 13                                          | ''
            # lots that agree: those that give most, of as much the first ones
            same=grade          | 9  | A 04-01 - - 3 =I; B 05-01 - - 6 =II; C 06-01 - - 5 =I   | A 3, C 5
            same=grade          | 6  | A 04-01 - - 3 =I; B 05-01 - - 6 =II; C 06-01 - - 5 =I   | A 3, C 3
            same=grade          | 3  | A 04-01 - - 3 =I; B 05-01 - - 6 =II                     | A 3
            same=grade          | 9  | A 04-01 - - 3 =I; B 05-01 - - 6 =II; C 06-01 - - 2 =I   | B 6
            same=grade lots=1   | 9  | A 04-01 - - 3 =I; B 05-01 - - 4 =II; C 06-01 - - 2 =I   | B 4
            same=grade whole=CS | 24 | A 04-01 - - 13 =I; B 05-01 - - 24 =II; C 06-01 - - 11 =I | B 24
            # the same days: whole pallets before parts of them and before loose goods
            pallets             | 10 | A 04-01 - - 4; A 04-01 - - 6 P; A 04-01 - - 5 P; A 04-01 - - 20 P | A 4, A 6
            pallets             | 11 | A 04-01 - - 4; A 04-01 - - 6 P; A 04-01 - - 5 P         | A 5, A 6
            pallets             | 5  | A 04-01 - - 3; B 05-01 - - 5 P                          | A 3, B 2
            # the same days: the pick face, or the larger quantity
            faces               | 5  | A 04-01 - - 4; A 04-01 - - 6 F                          | A 5
            faces               | 5  | A 04-01 - - 4; B 05-01 - - 6 F                          | A 4, B 1
            largest             | 5  | A 04-01 - - 4; B 04-01 - - 6                            | B 5
            # the same days: the location that the site lists first, whatever is left there; the pick face before it
            path                | 5  | A 04-01 - - 4 #2; A 04-01 - - 6 #1                      | A 5
            path                | 5  | A 04-01 - - 4 #2; B 05-01 - - 6 #1                      | A 4, B 1
            path faces          | 5  | A 04-01 - - 9 #1; A 04-01 - - 4 F                       | A 1, A 4
            """)
    void preferences_choose_among_what_rotation_leaves_free(
            String terms, String needed, String offers, String expected) {
        assertEquals(
                expected,
                choose(terms, needed, offers).stream()
                        .filter(candidate -> candidate.taken().isPositive())
                        .map(candidate -> candidate.lot().number() + " "
                                + candidate.taken().amount())
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lots=1   | A 04-01 - - 3; C 06-01 - - 6   | A LOT_LIMIT, C
            single=9 | A 04-01 - - 3; C 04-05 - - 6   | A LOT_LIMIT, C
            same=grade | A 04-01 - - 3 =I; B 05-01 - - 6 =II; C 06-01 - - 1 =I | A OTHER_LOTS_AGREE, B, C OTHER_LOTS_AGREE
            same=grade | A 04-01 - - 6 =I; B 05-01 - - 0 =II                   | A, B FULLY_RESERVED
            whole=CS | A 04-01 - - 11; C 06-01 - - 0  | A LESS_THAN_WHOLE_UNIT, C FULLY_RESERVED
            """)
    void what_is_passed_over_is_told(String terms, String offers, String expected) {
        assertEquals(
                expected,
                choose(terms, "6", offers).stream()
                        .map(c -> c.lot().number()
                                + c.reasons().stream().map(v -> " " + v.code()).collect(Collectors.joining()))
                        .collect(Collectors.joining(", ")));
    }

    /** What the line has decides with which lots it goes on; when that does not agree, only more of the same lots comes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A   | A 3, C 6 | B LOTS_DISAGREE
            B   | B 9      | A LOTS_DISAGREE, C LOTS_DISAGREE
            A,B | A 3, B 6 | C LOTS_DISAGREE
            X   | A 3, C 6 | B OTHER_LOTS_AGREE
            """)
    void what_a_line_has_decides_with_which_lots_it_goes_on(String already, String taken, String passedOver) {
        List<String> rows = List.of("A 04-01 - - 3 =I", "B 05-01 - - 9 =II", "C 06-01 - - 8 =I");
        Set<LotKey> had = Stream.of(already.split(","))
                .map(number -> aLot(number).of(BREAD).build().key())
                .collect(Collectors.toSet());
        List<Candidate> candidates = new LotChoice(terms("same=grade"), quantity("9 C62"), BigDecimal.ZERO, had)
                .of(rows.stream().map(row -> offer(row, 1)).toList());

        assertEquals(
                taken,
                candidates.stream()
                        .filter(one -> one.taken().isPositive())
                        .map(one -> one.lot().number() + " " + one.taken().amount())
                        .collect(Collectors.joining(", ")));
        assertEquals(
                passedOver,
                candidates.stream()
                        .filter(one -> !one.reasons().isEmpty())
                        .map(one ->
                                one.lot().number() + " " + one.reasons().get(0).code())
                        .collect(Collectors.joining(", ")));
    }

    private static String order(String terms, String offers) {
        return choose(terms, "1", offers).stream()
                .map(candidate -> candidate.lot().number().value())
                .collect(Collectors.joining(" "));
    }

    private static List<Candidate> choose(String terms, String needed, String offers) {
        List<String> rows = Arrays.asList(offers.split("; "));
        return new LotChoice(
                        terms(terms),
                        quantity(needed + " C62"),
                        terms.contains("CS") ? BigDecimal.valueOf(12) : BigDecimal.ZERO)
                .of(rows.stream().map(row -> offer(row, rows.indexOf(row) + 1)).toList());
    }

    private static AllocationTerms terms(String terms) {
        return AllocationTerms.of(List.of(new AllocationRule(
                1,
                new RuleChange(RuleScope.EVERYTHING, Bakery.TODAY, Terms.of(terms), "test"),
                "anna",
                Instant.EPOCH)));
    }

    private static Offer offer(String text, int serial) {
        String[] parts = text.split(" ");
        LotBuilder lot = aLot(parts[0]).of(BREAD);
        day(parts[1]).ifPresent(day -> lot.expiring(day.toString()));
        day(parts[2]).ifPresent(day -> lot.producedOn(day.toString()));
        boolean face = text.endsWith(" F");
        return new Offer(
                lot.build(),
                text.endsWith(" P")
                        ? Position.at(Bakery.in(SHELF), pallet(serial))
                        : Position.at(Bakery.in(face ? PICK_FACE : SHELF)),
                day(parts[3]),
                said(text),
                face,
                text.contains("#") ? Integer.parseInt(text.substring(text.indexOf('#') + 1)) : 9,
                quantity(parts[4] + " C62"),
                List.of());
    }

    private static Optional<String> said(String text) {
        int at = text.indexOf('=');
        return at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    }

    private static Optional<LocalDate> day(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse("2026-" + text));
    }
}
