package org.lottrace.console.web.internal.accounts;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.RecallCostDraft.OverRecall;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.report.OwnerFigures;
import org.lottrace.api.recall.report.OwnerReport;
import org.lottrace.api.recall.report.RecallReach;
import org.lottrace.api.recall.report.WriteOff;
import org.lottrace.console.web.internal.desk.Sheet;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** What tracing lots is worth to the owner of the company, before LotTrace and since; each figure opens to its rows. */
public final class Owner {
    private static final String PATH = "accounts/owner";
    private static final String WRITE_OFFS = PATH + "/write-offs";
    private static final int AT_A_TIME = 50;
    private static final int AT_A_TIME_IN_A_FILE = 500;
    private static final int RECALLS_AT_A_TIME = 5;

    private Owner() {}

    /** Of the days that are looked at. */
    public record View(CostingProgress progress, OwnerFigures figures) {
        public String writeOffs(boolean onlyExpired) {
            return new Question(figures.from(), figures.to(), onlyExpired).address(WRITE_OFFS, "");
        }

        /** @return hours with three decimals, so that seconds can be seen */
        public BigDecimal hours(Duration took) {
            return BigDecimal.valueOf(took.toMillis())
                    .divide(BigDecimal.valueOf(Duration.ofHours(1).toMillis()), 3, RoundingMode.HALF_UP);
        }
    }

    /** @param next address of the next page, absent on the last one */
    public record WriteOffs(CostingProgress progress, Question asked, List<WriteOff> rows, Optional<String> next) {
        public String file(String ending) {
            return asked.address(WRITE_OFFS + "." + ending, "");
        }
    }

    /** @param next address of the next page, absent on the last one */
    public record Recalls(CostingProgress progress, boolean closed, List<RecallReach> rows, Optional<String> next) {}

    /** What is asked for. */
    public record Question(LocalDate from, LocalDate to, boolean onlyExpired) {
        /** Days that are none, or too many, are a year that ends on the last one. */
        static Question of(Visit visit) {
            LocalDate to =
                    day(visit, "to").orElse(visit.now().atZone(visit.zone()).toLocalDate());
            LocalDate year = to.minusDays(364);
            LocalDate from = day(visit, "from").filter(day -> fits(day, to)).orElse(year);
            return new Question(from, to, visit.parameters().given("expired").isPresent());
        }

        static boolean fits(LocalDate from, LocalDate to) {
            return !from.isAfter(to) && ChronoUnit.DAYS.between(from, to) < OwnerReport.MOST_DAYS;
        }

        static Optional<LocalDate> day(Visit visit, String name) {
            return visit.parameters().given(name).flatMap(text -> {
                try {
                    return Optional.of(LocalDate.parse(text));
                } catch (DateTimeException unreadable) {
                    return Optional.empty();
                }
            });
        }

        String address(String path, String after) {
            return onlyExpired
                    ? Address.to(path, "from", from, "to", to, "expired", "yes", "after", after)
                    : Address.to(path, "from", from, "to", to, "after", after);
        }
    }

    /** Unless days are said, those since LotTrace is used. */
    static Answer show(Visit visit) {
        Question asked = Question.of(visit);
        OwnerReport report = visit.as(OwnerReport.class);
        OwnerFigures figures = report.figures(asked.from(), asked.to());
        Optional<LocalDate> since =
                figures.goLive().filter(day -> Question.day(visit, "from").isEmpty() && Question.fits(day, asked.to()));
        return Answer.html(
                "accounts/owner.jte",
                new View(
                        AccountsPage.progress(visit),
                        since.map(day -> report.figures(day, asked.to())).orElse(figures)));
    }

    static Answer writeOffs(Visit visit) {
        Question asked = Question.of(visit);
        List<WriteOff> found = page(visit, asked, after(visit), AT_A_TIME + 1);
        List<WriteOff> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(
                        asked.address(WRITE_OFFS, shown.get(AT_A_TIME - 1).key().toString()))
                : Optional.empty();
        return Answer.html("accounts/writeoffs.jte", new WriteOffs(AccountsPage.progress(visit), asked, shown, next));
    }

    private static Optional<WriteOff.Key> after(Visit visit) {
        return visit.parameters().given("after").map(Owner::line);
    }

    private static WriteOff.Key line(String text) {
        try {
            return WriteOff.Key.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidIdentifierException("line of the journal", text);
        }
    }

    private static List<WriteOff> page(Visit visit, Question asked, Optional<WriteOff.Key> after, int limit) {
        return visit.as(OwnerReport.class).writeOffs(asked.from(), asked.to(), asked.onlyExpired(), after, limit);
    }

    /** The first page is asked for before the file begins: when the books cannot answer, a page says so instead. */
    static Answer file(Visit visit) {
        Question asked = Question.of(visit);
        List<WriteOff> first = page(visit, asked, Optional.empty(), AT_A_TIME_IN_A_FILE);
        return BooksSheet.of(
                visit,
                "write-offs-" + asked.from() + "-" + asked.to(),
                "Write-offs",
                List.of(
                        "Entry",
                        "Day",
                        "Event",
                        "Document type",
                        "Document",
                        "Issuer",
                        "Item",
                        "Lot",
                        "Expiry",
                        "Expired",
                        "Unit",
                        "Quantity",
                        "Amount",
                        "Currency"),
                rows -> {
                    for (List<WriteOff> page = first; !page.isEmpty(); ) {
                        for (WriteOff line : page) {
                            row(rows, line);
                        }
                        Optional<WriteOff.Key> last =
                                Optional.of(page.get(page.size() - 1).key());
                        page = page.size() < AT_A_TIME_IN_A_FILE
                                ? List.of()
                                : page(visit, asked, last, AT_A_TIME_IN_A_FILE);
                    }
                });
    }

    private static void row(Sheet.Rows rows, WriteOff line) throws IOException {
        rows.row(
                line.key().entry(),
                line.day(),
                line.type().code(),
                line.document().type().code(),
                line.document().number(),
                line.lot().issuer(),
                line.lot().item(),
                line.lot().number(),
                line.expiry(),
                line.isExpired() ? "yes" : "no",
                line.amount().quantity().unit().code(),
                line.amount().quantity().amount(),
                line.amount().value(),
                line.amount().value().getCurrencyUnit().getCode());
    }

    static Answer recalls(Visit visit) {
        boolean closed = visit.parameters().given("closed").isPresent();
        List<RecallReach> found =
                reaches(visit, closed, visit.parameters().given("after").map(RecallCaseId::new), RECALLS_AT_A_TIME + 1);
        List<RecallReach> shown = found.subList(0, Math.min(RECALLS_AT_A_TIME, found.size()));
        Optional<String> next = found.size() > RECALLS_AT_A_TIME
                ? Optional.of(Address.to(
                        PATH + "/recalls",
                        "closed",
                        closed ? "yes" : "",
                        "after",
                        shown.get(RECALLS_AT_A_TIME - 1).recallCase()))
                : Optional.empty();
        return Answer.html("accounts/reaches.jte", new Recalls(AccountsPage.progress(visit), closed, shown, next));
    }

    private static List<RecallReach> reaches(Visit visit, boolean closed, Optional<RecallCaseId> before, int limit) {
        return visit.as(OwnerReport.class).reaches(closed, before, limit);
    }

    /** Open cases, then closed ones. */
    static Answer recallsFile(Visit visit) {
        List<RecallReach> first = reaches(visit, false, Optional.empty(), RecallReach.MOST);
        return BooksSheet.of(
                visit,
                "recall-reach",
                "Recall reach",
                List.of(
                        "Case",
                        "Kind",
                        "Decided",
                        "Affected lots",
                        "Affected value",
                        "Product lots",
                        "Product value",
                        "Avoided",
                        "Currency"),
                rows -> {
                    reachRows(visit, false, first, rows);
                    reachRows(visit, true, reaches(visit, true, Optional.empty(), RecallReach.MOST), rows);
                });
    }

    private static void reachRows(Visit visit, boolean closed, List<RecallReach> first, Sheet.Rows rows)
            throws IOException {
        for (List<RecallReach> page = first; !page.isEmpty(); ) {
            for (RecallReach one : page) {
                Optional<OverRecall> reach = one.reach();
                rows.row(
                        one.recallCase().value(),
                        one.mode().code(),
                        one.decidedAt(),
                        reach.map(OverRecall::affectedLots),
                        reach.map(OverRecall::affectedValue),
                        reach.map(OverRecall::productLots),
                        reach.map(OverRecall::productValue),
                        reach.map(OverRecall::avoided),
                        reach.map(of -> of.affectedValue().getCurrencyUnit().getCode()));
            }
            page = page.size() < RecallReach.MOST
                    ? List.of()
                    : reaches(
                            visit, closed, Optional.of(page.get(page.size() - 1).recallCase()), RecallReach.MOST);
        }
    }
}
