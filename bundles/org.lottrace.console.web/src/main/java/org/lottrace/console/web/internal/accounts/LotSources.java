package org.lottrace.console.web.internal.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.ItemMethod;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** The cost of a lot, opened down to the receipts. */
public final class LotSources {
    /** What a person reads; the file has all of it. */
    private static final int MOST = 200;

    private LotSources() {}

    /** @param level 1 for what came into the lot itself, 2 for what came into its ingredient, and so on */
    public record Row(int level, CostSource source) {
        /** @return its class of indents; deeper ones are not told apart any more */
        public int indent() {
            return Math.min(level, 6);
        }
    }

    /**
     * @param method how its item is valued; absent while that is lot by lot because nothing else was ever said
     * @param left what is left of the lot; absent when nothing was ever booked for it
     * @param rows the first of them
     * @param more how many are not shown
     * @param cameIn all the value that ever came into it; absent when none did
     */
    public record View(
            CostingProgress progress,
            LotKey lot,
            Optional<ItemMethod> method,
            Optional<LotCost> left,
            List<Row> rows,
            int more,
            Optional<Money> cameIn) {}

    static Answer show(Visit visit) {
        return Answer.html(
                "accounts/lot.jte", of(LotKey.parse(visit.parameters().text("key")), visit));
    }

    static View of(LotKey lot, Visit visit) {
        LotCosting costing = visit.as(LotCosting.class);
        List<CostSource> sources = costing.sourcesOf(lot);
        List<Row> rows = rows(sources);
        return new View(
                AccountsPage.progress(visit),
                lot,
                MethodChanges.inForce(lot.item(), visit),
                costing.costOf(lot),
                rows.subList(0, Math.min(MOST, rows.size())),
                Math.max(0, rows.size() - MOST),
                sources.stream().map(CostSource::value).reduce(Money::plus));
    }

    static Answer file(Visit visit) {
        LotKey lot = LotKey.parse(visit.parameters().text("key"));
        List<Row> rows = rows(visit.as(LotCosting.class).sourcesOf(lot));
        return BooksSheet.of(
                visit,
                "lot-cost",
                "Cost of a lot",
                List.of(
                        "Level",
                        "Ingredient",
                        "Document type",
                        "Document",
                        "Event",
                        "Quantity",
                        "Unit",
                        "Value",
                        "Currency"),
                file -> {
                    for (Row row : rows) {
                        CostSource source = row.source();
                        file.row(
                                row.level(),
                                source.ingredient(),
                                source.document().type().code(),
                                source.document().number(),
                                source.event(),
                                source.quantity().amount(),
                                source.quantity().unit().code(),
                                source.value(),
                                source.value().getCurrencyUnit().getCode());
                    }
                });
    }

    private static List<Row> rows(List<CostSource> sources) {
        List<Row> rows = new ArrayList<>();
        add(sources, 1, rows);
        return rows;
    }

    private static void add(List<CostSource> sources, int level, List<Row> rows) {
        for (CostSource source : sources) {
            rows.add(new Row(level, source));
            add(source.sources(), level + 1, rows);
        }
    }
}
