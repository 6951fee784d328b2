package org.lottrace.console.web.internal.accounts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.CogsElements;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.ElementAmount;
import org.lottrace.api.cost.LotElements;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.desk.Sheet;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** What a lot is worth, and what was sold, by cost element. Days are asked for and never guessed, because much is read for them. */
public final class CostElements {
    private static final String PAGE = "accounts/elements.jte";

    private CostElements() {}

    /**
     * @param from first day; empty when none were asked for
     * @param to last day
     * @param isTooLong these are more days than can be asked for
     * @param sold absent without days
     * @param lot absent when none was asked for, or it never had a cost
     */
    public record View(
            CostingProgress progress,
            String from,
            String to,
            boolean isTooLong,
            Optional<CogsElements> sold,
            Optional<LotElements> lot) {
        /** @return address of the figures as a file */
        public String file(String path) {
            return Address.to(
                    path,
                    "from",
                    from,
                    "to",
                    to,
                    "key",
                    lot.map(of -> of.lot().toString()).orElse(""));
        }
    }

    static Answer file(Visit visit) {
        View view = view(visit);
        return view.isTooLong()
                ? Answer.refused(PAGE, view)
                : BooksSheet.of(
                        visit, "elements", "Cost elements", List.of("Of", "Element", "Amount", "Currency"), rows -> {
                            for (ElementAmount part :
                                    view.sold().map(CogsElements::elements).orElse(List.of())) {
                                row(rows, "Cost of goods sold " + view.from() + " to " + view.to(), part);
                            }
                            if (view.lot().isPresent()) {
                                LotElements lot = view.lot().get();
                                for (ElementAmount part : lot.onStock()) {
                                    row(rows, lot.lot() + " on stock", part);
                                }
                                for (ElementAmount part : lot.inProcess()) {
                                    row(rows, lot.lot() + " in process", part);
                                }
                            }
                        });
    }

    private static void row(Sheet.Rows rows, String of, ElementAmount part) throws IOException {
        rows.row(
                of,
                part.element().code(),
                part.amount(),
                part.amount().getCurrencyUnit().getCode());
    }

    static Answer show(Visit visit) {
        View view = view(visit);
        return view.isTooLong() ? Answer.refused(PAGE, view) : Answer.html(PAGE, view);
    }

    private static View view(Visit visit) {
        CostHistory history = visit.as(CostHistory.class);
        Optional<LocalDate> from = day(visit, "from");
        Optional<LocalDate> to = day(visit, "to");
        boolean isTooLong = from.isPresent() && to.isPresent() && CogsQuestion.isTooLong(from.get(), to.get());
        return new View(
                AccountsPage.progress(visit),
                from.map(LocalDate::toString).orElse(""),
                to.map(LocalDate::toString).orElse(""),
                isTooLong,
                from.filter(first -> !isTooLong).flatMap(first -> to.map(last -> history.cogsElements(first, last))),
                visit.parameters().given("key").map(LotKey::parse).flatMap(history::elements));
    }

    /** @return empty when none was said, or what was said is no day */
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
