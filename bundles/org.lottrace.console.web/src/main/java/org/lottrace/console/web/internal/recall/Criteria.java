package org.lottrace.console.web.internal.recall;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.trace.LotWords;
import org.lottrace.console.web.internal.trace.TypedLots;

/**
 * What is looked for, as it was typed: lots in any spelling, and all lots of an item that were made at a place and time.
 *
 * @param criteria of everything that could be read
 * @param problems of the rest
 */
record Criteria(ScopeCriteria criteria, List<Violation> problems) {
    static final String LOTS = "lots";
    private static final int MOST = LotWords.MOST_LOTS;

    /** @return what the fields lots, item, madeAt, from and to say */
    static Criteria of(Visit visit) {
        List<Violation> problems = new ArrayList<>();
        List<LotKey> lots = lots(visit, LOTS, problems);
        List<LotRule> rules = rule(visit, problems).stream().toList();
        if (lots.isEmpty() && rules.isEmpty() && problems.isEmpty()) {
            problems.add(new Violation("FIELD_LOT_MISSING", LOTS, visit.texts().of("recall.problem.no-lot")));
        }
        return new Criteria(new ScopeCriteria(lots, rules, List.of()), problems);
    }

    /** @return the lots of a link that leads to the form, such as that of a page about a lot */
    static Criteria ofLinked(Visit visit) {
        List<Violation> problems = new ArrayList<>();
        return new Criteria(ScopeCriteria.of(lots(visit, "lot", problems)), problems);
    }

    boolean isRead() {
        return problems.isEmpty();
    }

    /** Between two lots are blanks or lines: any other sign that one would put there may be in a number. */
    static List<LotKey> lots(Visit visit, String field, List<Violation> problems) {
        List<String> typed = LotWords.of(String.join("\n", visit.parameters().all(field)), visit).stream()
                .distinct()
                .toList();
        if (typed.size() > MOST) {
            problems.add(new Violation("FIELD_TOO_MANY", field, visit.texts().of("recall.problem.too-many", MOST)));
            return List.of();
        }
        List<LotKey> keys = new ArrayList<>();
        typed.forEach(text -> lot(visit, field, text, problems).ifPresent(keys::add));
        return keys;
    }

    static Optional<LotKey> lot(Visit visit, String field, String text, List<Violation> problems) {
        try {
            List<Lot> named = visit.as(LotMaster.class).find(LotReference.parse(text));
            List<Lot> found = named.isEmpty() ? TypedLots.ofPiece(text, visit) : named;
            if (found.size() == 1) {
                return Optional.of(found.get(0).key());
            }
            problems.add(
                    found.isEmpty()
                            ? new Violation(
                                    "FIELD_LOT_UNKNOWN", field, visit.texts().of("recall.problem.lot-unknown", text))
                            : new Violation(
                                    "FIELD_LOT_AMBIGUOUS",
                                    field,
                                    visit.texts()
                                            .of(
                                                    "recall.problem.lot-ambiguous",
                                                    text,
                                                    found.stream()
                                                            .map(lot ->
                                                                    lot.key().toString())
                                                            .collect(Collectors.joining(", ")))));
        } catch (InvalidIdentifierException noLot) {
            problems.add(new Violation("LOT_UNKNOWN", field, noLot.getMessage()));
        }
        return Optional.empty();
    }

    private static Optional<LotRule> rule(Visit visit, List<Violation> problems) {
        Parameters entered = visit.parameters();
        Optional<String> item = entered.given("item");
        Optional<LocalDate> from = day(visit, "from", problems);
        Optional<LocalDate> to = day(visit, "to", problems);
        Optional<String> site = entered.given("madeAt");
        if (item.isEmpty()) {
            if (from.isPresent() || to.isPresent() || site.isPresent()) {
                problems.add(new Violation(
                        "FIELD_ITEM_MISSING", "item", visit.texts().of("recall.problem.no-item")));
            }
            return Optional.empty();
        }
        try {
            return Optional.of(new LotRule(new ItemNumber(item.get()), site.map(SiteId::new), from, to));
        } catch (InvalidIdentifierException wrong) {
            problems.add(new Violation("ITEM_UNKNOWN", "item", wrong.getMessage()));
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(Visit visit, String field, List<Violation> problems) {
        try {
            return visit.parameters().given(field).map(LocalDate::parse);
        } catch (DateTimeException wrong) {
            problems.add(new Violation("FIELD_DATE_WRONG", field, visit.texts().of("recall.problem.date")));
            return Optional.empty();
        }
    }
}
