package org.lottrace.persistence.internal.recall;

import static org.lottrace.persistence.internal.recall.FactRow.named;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.RecallFact.ScopeSet;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.ScopeVersion;

/**
 * A version of the scope. An affected lot takes one row with its quantity on hand, and one more for each other quantity that is not
 * zero: ten thousand lots are not rare.
 */
final class ScopeRows {
    private ScopeRows() {}

    static List<FactRow> write(ScopeSet fact) {
        ScopeVersion scope = fact.scope();
        List<FactRow> rows = new ArrayList<>();
        rows.add(named("version").number(scope.number()));
        rows.add(named("reason").words(scope.reason()));
        rows.add(named("ledgerPosition").number(scope.ledgerPosition()));
        scope.criteria().suspects().forEach(lot -> rows.add(named("suspect").lot(lot)));
        scope.criteria().rules().forEach(rule -> rows.add(named("rule").words(text(rule))));
        scope.criteria().excluded().forEach(lot -> rows.add(named("excluded").lot(lot)));
        for (ScopeLot lot : scope.lots()) {
            rows.add(named("onHand").lot(lot.lot()).number(lot.level()).quantity(lot.onHand()));
            moved("shipped", lot, lot.shipped()).ifPresent(rows::add);
            moved("returned", lot, lot.returned()).ifPresent(rows::add);
        }
        return rows;
    }

    static ScopeSet read(FactReader rows) {
        ScopeCriteria criteria = new ScopeCriteria(
                rows.list("suspect", ScopeRows::lot),
                rows.list("rule", row -> rule(row.words().orElseThrow())),
                rows.list("excluded", ScopeRows::lot));
        Map<LotKey, Quantity> shipped = quantities(rows.all("shipped"));
        Map<LotKey, Quantity> returned = quantities(rows.all("returned"));
        List<ScopeLot> lots = rows.list("onHand", row -> {
            Quantity onHand = row.quantity().orElseThrow();
            Quantity nothing = Quantity.zero(onHand.unit());
            return new ScopeLot(
                    lot(row),
                    row.number().orElseThrow().intValue(),
                    onHand,
                    shipped.getOrDefault(lot(row), nothing),
                    returned.getOrDefault(lot(row), nothing));
        });
        return new ScopeSet(new ScopeVersion(
                (int) rows.number("version"), criteria, rows.words("reason"), rows.number("ledgerPosition"), lots));
    }

    private static Optional<FactRow> moved(String name, ScopeLot lot, Quantity quantity) {
        return quantity.isZero()
                ? Optional.empty()
                : Optional.of(named(name).lot(lot.lot()).quantity(quantity));
    }

    private static Map<LotKey, Quantity> quantities(List<FactRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(ScopeRows::lot, row -> row.quantity().orElseThrow()));
    }

    private static LotKey lot(FactRow row) {
        return row.lot().orElseThrow();
    }

    /** Site, first and last day, item; none of them can contain the separator. */
    private static String text(LotRule rule) {
        return rule.madeAt().map(SiteId::value).orElse("") + ";"
                + rule.from().map(LocalDate::toString).orElse("") + ";"
                + rule.to().map(LocalDate::toString).orElse("") + ";" + rule.item();
    }

    private static LotRule rule(String text) {
        String[] parts = text.split(";", 4);
        return new LotRule(
                new ItemNumber(parts[3]),
                given(parts[0]).map(SiteId::new),
                given(parts[1]).map(LocalDate::parse),
                given(parts[2]).map(LocalDate::parse));
    }

    private static Optional<String> given(String part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }
}
