package org.lottrace.console.web.internal.accounts;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotMargin;
import org.lottrace.api.cost.LotReview;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.web.internal.desk.Sheet;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** What lots were sold for in some days, and what that cost. */
public final class Margins {
    private static final String PATH = "accounts/sales/margins";
    private static final int AT_A_TIME = 50;
    private static final int AT_A_TIME_IN_A_FILE = 500;

    private Margins() {}

    /** @param next address of the next page, absent on the last one */
    public record View(
            CostingProgress progress,
            Question asked,
            List<LotMargin> lots,
            Optional<String> next,
            String csv,
            String xlsx) {}

    /** What is asked for. */
    public record Question(LocalDate from, LocalDate to, boolean onlyLosses) {
        static Question of(Visit visit) {
            LocalDate today = visit.now().atZone(visit.zone()).toLocalDate();
            LocalDate to = day(visit, "to").orElse(today);
            LocalDate from = day(visit, "from").orElse(to.withDayOfMonth(1));
            return new Question(
                    CogsQuestion.isTooLong(from, to) ? to.minusDays(CogsQuestion.MOST_DAYS - 1L) : from,
                    to,
                    visit.parameters().given("losses").isPresent());
        }

        private static Optional<LocalDate> day(Visit visit, String name) {
            return visit.parameters().given(name).flatMap(text -> {
                try {
                    return Optional.of(LocalDate.parse(text));
                } catch (DateTimeException unreadable) {
                    return Optional.empty();
                }
            });
        }

        private String address(String path, String after) {
            return onlyLosses
                    ? Address.to(path, "from", from, "to", to, "losses", "yes", "after", after)
                    : Address.to(path, "from", from, "to", to, "after", after);
        }

        private List<LotMargin> page(LotReview review, Optional<LotKey> after, int limit) {
            return review.margins(from, to, onlyLosses, after, limit);
        }
    }

    static Answer show(Visit visit) {
        Question asked = Question.of(visit);
        List<LotMargin> found = asked.page(
                visit.as(LotReview.class), visit.parameters().given("after").map(LotKey::parse), AT_A_TIME + 1);
        List<LotMargin> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(asked.address(PATH, shown.get(AT_A_TIME - 1).lot().toString()))
                : Optional.empty();
        return Answer.html(
                "accounts/margins.jte",
                new View(
                        AccountsPage.progress(visit),
                        asked,
                        shown,
                        next,
                        asked.address(PATH + ".csv", ""),
                        asked.address(PATH + ".xlsx", "")));
    }

    /** The first page is asked for before the file begins: when the books cannot answer, a page says so instead. */
    static Answer file(Visit visit) {
        Question asked = Question.of(visit);
        LotReview review = visit.as(LotReview.class);
        List<LotMargin> first = asked.page(review, Optional.empty(), AT_A_TIME_IN_A_FILE);
        return BooksSheet.of(
                visit,
                "margins-" + asked.from() + "-" + asked.to(),
                "Margin by lot",
                List.of(
                        "Issuer",
                        "Item",
                        "Lot",
                        "Unit",
                        "Sold",
                        "Without a price",
                        "Revenue",
                        "Cost",
                        "Margin",
                        "Currency"),
                rows -> {
                    for (List<LotMargin> page = first; !page.isEmpty(); ) {
                        for (LotMargin lot : page) {
                            row(rows, lot);
                        }
                        Optional<LotKey> last =
                                Optional.of(page.get(page.size() - 1).lot());
                        page = page.size() < AT_A_TIME_IN_A_FILE
                                ? List.of()
                                : asked.page(review, last, AT_A_TIME_IN_A_FILE);
                    }
                });
    }

    private static void row(Sheet.Rows rows, LotMargin lot) throws IOException {
        rows.row(
                lot.lot().issuer(),
                lot.lot().item(),
                lot.lot().number(),
                lot.sold().unit().code(),
                lot.sold().amount(),
                lot.unpriced().amount(),
                lot.revenue(),
                lot.cost(),
                lot.margin(),
                lot.cost().getCurrencyUnit().getCode());
    }
}
