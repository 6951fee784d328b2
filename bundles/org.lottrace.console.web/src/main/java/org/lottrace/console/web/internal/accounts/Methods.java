package org.lottrace.console.web.internal.accounts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.IssueFigures;
import org.lottrace.api.cost.MethodComparison;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.desk.Sheet;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** What issues of some days cost by each method, item by item: an auditor sees whether lots were picked for their cost. */
public final class Methods {
    private static final int AT_A_TIME = 25;
    private static final int AT_A_TIME_IN_A_FILE = 100;

    private Methods() {}

    /** @param next address of the next page, absent on the last one */
    public record View(
            CostingProgress progress,
            LocalDate from,
            LocalDate to,
            List<MethodComparison> items,
            Optional<String> next,
            String file) {}

    /** @return by text of each method what it says, that of the books first */
    public static Map<String, IssueFigures> figures(MethodComparison item) {
        Map<String, IssueFigures> figures = new LinkedHashMap<>();
        figures.put("methods.booked", item.booked());
        figures.put("methods.lot-actual", item.lotActual());
        figures.put("methods.fifo", item.fifo());
        figures.put("methods.average", item.weightedAverage());
        return figures;
    }

    /** @return what it sold for more than the books say */
    public static Money difference(MethodComparison item, IssueFigures figures) {
        return figures.costOfGoodsSold().minus(item.booked().costOfGoodsSold());
    }

    private record Days(LocalDate from, LocalDate to) {
        /** Without dates: this month until today. */
        static Optional<Days> of(Visit visit) {
            LocalDate today = visit.now().atZone(visit.zone()).toLocalDate();
            Days days = new Days(
                    day(visit, "from").orElse(today.withDayOfMonth(1)),
                    day(visit, "to").orElse(today));
            return Optional.of(days).filter(asked -> !CogsQuestion.isTooLong(asked.from, asked.to));
        }

        private static Optional<LocalDate> day(Visit visit, String name) {
            return visit.parameters().given(name).flatMap(text -> {
                try {
                    return Optional.of(TextForms.read(LocalDate.class, text));
                } catch (IllegalArgumentException unreadable) {
                    return Optional.empty();
                }
            });
        }
    }

    private static Answer tooLong() {
        return new Answer.Failure(400, "sales.too-long");
    }

    static Answer show(Visit visit) {
        return Days.of(visit).map(days -> show(visit, days)).orElseGet(Methods::tooLong);
    }

    private static Answer show(Visit visit, Days days) {
        Optional<ItemNumber> after = visit.parameters().given("after").map(ItemNumber::new);
        List<MethodComparison> found =
                visit.as(CostHistory.class).compareMethods(days.from(), days.to(), after, AT_A_TIME + 1);
        List<MethodComparison> page = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        "accounts/methods",
                        "from",
                        days.from(),
                        "to",
                        days.to(),
                        "after",
                        page.get(page.size() - 1).item().value()))
                : Optional.empty();
        return Answer.html(
                "accounts/methods.jte",
                new View(
                        AccountsPage.progress(visit),
                        days.from(),
                        days.to(),
                        page,
                        next,
                        Address.to("accounts/methods.csv", "from", days.from(), "to", days.to())));
    }

    static Answer csv(Visit visit) {
        return Days.of(visit).map(days -> csv(visit, days)).orElseGet(Methods::tooLong);
    }

    /** The first page is asked for before the file begins: when the books cannot answer, a page says so instead. */
    private static Answer csv(Visit visit, Days days) {
        CostHistory history = visit.as(CostHistory.class);
        List<MethodComparison> first = page(history, days, Optional.empty());
        return BooksSheet.of(
                visit,
                "methods-" + days.from() + "-" + days.to(),
                "Methods",
                List.of(
                        "Item",
                        "Unit",
                        "Quantity opening",
                        "Quantity in",
                        "Quantity sold",
                        "Quantity other issues",
                        "Quantity closing",
                        "Value opening",
                        "Value in",
                        "Method",
                        "Cost of goods sold",
                        "Other issues",
                        "Closing",
                        "Currency"),
                rows -> {
                    List<MethodComparison> page = first;
                    while (!page.isEmpty()) {
                        for (MethodComparison item : page) {
                            rows(rows, item);
                        }
                        page = page.size() < AT_A_TIME_IN_A_FILE
                                ? List.of()
                                : page(
                                        history,
                                        days,
                                        Optional.of(page.get(page.size() - 1).item()));
                    }
                });
    }

    private static List<MethodComparison> page(CostHistory history, Days days, Optional<ItemNumber> after) {
        return history.compareMethods(days.from(), days.to(), after, AT_A_TIME_IN_A_FILE);
    }

    private static void rows(Sheet.Rows rows, MethodComparison item) throws IOException {
        row(rows, item, "BOOKED", item.booked());
        row(rows, item, "LOT_ACTUAL", item.lotActual());
        row(rows, item, "FIFO", item.fifo());
        row(rows, item, "WEIGHTED_AVERAGE", item.weightedAverage());
    }

    private static void row(Sheet.Rows rows, MethodComparison item, String method, IssueFigures figures)
            throws IOException {
        rows.row(
                item.item(),
                item.closing().unit(),
                item.opening().quantity().amount(),
                item.in().quantity().amount(),
                item.sold().amount(),
                item.otherIssues().amount(),
                item.closing().amount(),
                item.opening().value(),
                item.in().value(),
                method,
                figures.costOfGoodsSold(),
                figures.otherIssues(),
                figures.closing(),
                figures.closing().getCurrencyUnit().getCode());
    }
}
