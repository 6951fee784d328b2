package org.lottrace.persistence.internal.recall;

import static org.lottrace.persistence.internal.recall.FactRow.named;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.RecallFact.ScopeSet;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.ScopeVersion;

/** A version of the scope. Its lots stand in {@link PackedLots}; before they did, each took a row for each of its quantities. */
final class ScopeRows {
    private static final String LOTS = "lots";

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
        rows.addAll(PackedLots.write(
                LOTS, scope.lots().stream().map(ScopeRows::line).toList()));
        return rows;
    }

    /** Level, on hand, shipped, returned. */
    private static PackedLots.Line line(ScopeLot lot) {
        return new PackedLots.Line(
                lot.lot(),
                Optional.of(lot.onHand().unit()),
                List.of(
                        Integer.toString(lot.level()),
                        amount(lot, lot.onHand()),
                        amount(lot, lot.shipped()),
                        amount(lot, lot.returned())));
    }

    private static String amount(ScopeLot lot, Quantity quantity) {
        if (!quantity.unit().equals(lot.onHand().unit())) {
            throw new IllegalArgumentException("lot " + lot.lot() + " is counted in two units: give its quantities in "
                    + lot.onHand().unit());
        }
        return quantity.amount().toPlainString();
    }

    private static ScopeLot lot(PackedLots.Line line) {
        UnitOfMeasure unit = line.unit().orElseThrow();
        return new ScopeLot(
                line.lot(),
                Integer.parseInt(line.said().get(0)),
                quantity(line.said().get(1), unit),
                quantity(line.said().get(2), unit),
                quantity(line.said().get(3), unit));
    }

    private static Quantity quantity(String amount, UnitOfMeasure unit) {
        return new Quantity(new BigDecimal(amount), unit);
    }

    static ScopeSet read(FactReader rows) {
        ScopeCriteria criteria = new ScopeCriteria(
                rows.list("suspect", ScopeRows::lot),
                rows.list("rule", row -> rule(row.words().orElseThrow())),
                rows.list("excluded", ScopeRows::lot));
        List<ScopeLot> lots = Stream.concat(
                        rowByRow(rows).stream(),
                        PackedLots.read(rows.all(LOTS)).stream().map(ScopeRows::lot))
                .toList();
        return new ScopeSet(new ScopeVersion(
                (int) rows.number("version"), criteria, rows.words("reason"), rows.number("ledgerPosition"), lots));
    }

    private static List<ScopeLot> rowByRow(FactReader rows) {
        Map<LotKey, Quantity> shipped = quantities(rows.all("shipped"));
        Map<LotKey, Quantity> returned = quantities(rows.all("returned"));
        return rows.list("onHand", row -> {
            Quantity onHand = row.quantity().orElseThrow();
            Quantity nothing = Quantity.zero(onHand.unit());
            return new ScopeLot(
                    lot(row),
                    row.number().orElseThrow().intValue(),
                    onHand,
                    shipped.getOrDefault(lot(row), nothing),
                    returned.getOrDefault(lot(row), nothing));
        });
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
