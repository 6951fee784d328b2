package org.lottrace.console.web.internal.accounts;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.InventoryAges;
import org.lottrace.api.cost.LotFinding;
import org.lottrace.api.cost.LotReview;
import org.lottrace.api.cost.ReviewedLot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.web.internal.desk.Sheet;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** The lots on stock at the end of any day: how old they are, when they expire, and what is unusual about their cost. */
public final class LotReviews {
    private static final int AT_A_TIME = 50;
    private static final int AT_A_TIME_IN_A_FILE = 500;
    private static final int USUAL_DAYS = 30;

    private LotReviews() {}

    /**
     * @param ages of all lots, on this page or not
     * @param lots of this page
     * @param next address of the next page, absent on the last one
     */
    public record View(
            CostingProgress progress,
            Question asked,
            InventoryAges ages,
            List<ReviewedLot> lots,
            Optional<String> next,
            String csv,
            String xlsx) {
        /** @return for how many days the lot has been there */
        public long age(ReviewedLot lot) {
            return ChronoUnit.DAYS.between(lot.since(), asked.day());
        }
    }

    /**
     * What is asked for.
     *
     * @param days in which a lot expires soon
     */
    public record Question(LocalDate day, int days, Optional<LotFinding> only) {
        static Question of(Visit visit) {
            return new Question(
                    visit.parameters().given("day").flatMap(Question::day).orElseGet(() -> visit.now()
                            .atZone(visit.zone())
                            .toLocalDate()),
                    visit.parameters()
                            .given("days")
                            .filter(text -> text.matches("[0-9]{1,4}"))
                            .map(Integer::parseInt)
                            .filter(days -> days <= LotReview.MOST_DAYS)
                            .orElse(USUAL_DAYS),
                    visit.parameters().given("only").flatMap(Question::finding));
        }

        private static Optional<LocalDate> day(String text) {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }

        private static Optional<LotFinding> finding(String text) {
            return List.of(LotFinding.values()).stream()
                    .filter(one -> one.code().equals(text))
                    .findFirst();
        }

        private String address(String path, String after) {
            return Address.to(
                    path,
                    "day",
                    day,
                    "days",
                    days,
                    "only",
                    only.map(Coded::code).orElse(""),
                    "after",
                    after);
        }
    }

    static Answer show(Visit visit) {
        Question asked = Question.of(visit);
        LotReview review = visit.as(LotReview.class);
        List<ReviewedLot> found =
                page(review, asked, visit.parameters().given("after").map(LotKey::parse), AT_A_TIME + 1);
        List<ReviewedLot> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(asked.address(
                        "accounts/review", shown.get(AT_A_TIME - 1).lot().toString()))
                : Optional.empty();
        return Answer.html(
                "accounts/review.jte",
                new View(
                        AccountsPage.progress(visit),
                        asked,
                        review.ages(asked.day(), asked.days()),
                        shown,
                        next,
                        asked.address("accounts/review.csv", ""),
                        asked.address("accounts/review.xlsx", "")));
    }

    /** The first page is asked for before the file begins: when the books cannot answer, a page says so instead. */
    static Answer file(Visit visit) {
        Question asked = Question.of(visit);
        LotReview review = visit.as(LotReview.class);
        List<ReviewedLot> first = page(review, asked, Optional.empty(), AT_A_TIME_IN_A_FILE);
        return BooksSheet.of(
                visit,
                "lots-" + asked.day(),
                "Lots on stock",
                List.of(
                        "Issuer",
                        "Item",
                        "Lot",
                        "Unit",
                        "Quantity",
                        "Value",
                        "Currency",
                        "Since",
                        "Days",
                        "Expiry",
                        "Value at the usual cost",
                        "Findings"),
                rows -> {
                    for (List<ReviewedLot> page = first; !page.isEmpty(); page = after(review, asked, page)) {
                        for (ReviewedLot lot : page) {
                            row(rows, lot, asked.day());
                        }
                    }
                });
    }

    private static List<ReviewedLot> page(LotReview review, Question asked, Optional<LotKey> after, int limit) {
        return review.review(asked.day(), asked.days(), asked.only(), after, limit);
    }

    private static List<ReviewedLot> after(LotReview review, Question asked, List<ReviewedLot> page) {
        return page.size() < AT_A_TIME_IN_A_FILE
                ? List.of()
                : page(review, asked, Optional.of(page.get(page.size() - 1).lot()), AT_A_TIME_IN_A_FILE);
    }

    private static void row(Sheet.Rows rows, ReviewedLot lot, LocalDate day) throws IOException {
        rows.row(
                lot.lot().issuer(),
                lot.lot().item(),
                lot.lot().number(),
                lot.onStock().quantity().unit().code(),
                lot.onStock().quantity().amount(),
                lot.onStock().value(),
                lot.onStock().value().getCurrencyUnit().getCode(),
                lot.since(),
                ChronoUnit.DAYS.between(lot.since(), day),
                lot.expiry(),
                lot.usual(),
                lot.findings().stream().map(Coded::code).collect(Collectors.joining(" ")));
    }
}
