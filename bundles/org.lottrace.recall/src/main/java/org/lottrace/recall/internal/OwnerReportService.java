package org.lottrace.recall.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.report.OwnerFigures;
import org.lottrace.api.recall.report.OwnerFigures.Known;
import org.lottrace.api.recall.report.OwnerFigures.Losses;
import org.lottrace.api.recall.report.OwnerFigures.Traces;
import org.lottrace.api.recall.report.OwnerReport;
import org.lottrace.api.recall.report.RecallMoney;
import org.lottrace.api.recall.report.RecallReach;
import org.lottrace.api.recall.report.WriteOff;
import org.lottrace.api.recall.store.DrillStore;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.recall.store.WriteOffStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the books and the drills for each figure once. What they mean is in {@link OwnerRules}. */
@Component(
        service = OwnerReport.class,
        configurationPid = {"org.lottrace.cost", OwnerConfig.PID})
public final class OwnerReportService implements OwnerReport {
    private static final int MOST_DRILLS = 1_000;
    private static final long DAYS_BEFORE = 365;
    private static final long NEVER_A_NUMBER = Long.MAX_VALUE - 1;

    private final UnitOfWork unitOfWork;
    private final LotCosting costing;
    private final PeriodStore periods;
    private final WriteOffStore writeOffs;
    private final DrillStore drills;
    private final RecallStore cases;
    private final RecallMoney money;
    private final CompanyBooksStore companies;
    private final OwnerSettings said;
    private final CurrencyUnit common;

    /** @throws IllegalArgumentException if a setting is no day or no number */
    @Activate
    public OwnerReportService(
            @Reference UnitOfWork unitOfWork,
            @Reference LotCosting costing,
            @Reference PeriodStore periods,
            @Reference WriteOffStore writeOffs,
            @Reference DrillStore drills,
            @Reference RecallStore cases,
            @Reference RecallMoney money,
            @Reference CompanyBooksStore companies,
            OwnerConfig config,
            BooksConfig booksConfig) {
        this.unitOfWork = unitOfWork;
        this.costing = costing;
        this.periods = periods;
        this.writeOffs = writeOffs;
        this.drills = drills;
        this.cases = cases;
        this.money = money;
        this.companies = companies;
        this.said = OwnerSettings.of(config);
        this.common = CurrencyUnit.of(booksConfig.currency());
    }

    @Override
    public OwnerFigures figures(LocalDate from, LocalDate to) {
        refuseOther(from, to);
        return booked(() -> {
            CurrencyUnit currency = currency();
            OwnerSettings settings = CurrentBooks.company().isPresent() ? said.withoutMoney() : said;
            Losses now = losses(from, to, currency);
            Optional<Losses> booked = settings.goLive().flatMap(day -> before(day, currency));
            Optional<Losses> before = booked.or(() -> OwnerRules.assumed(settings, currency));
            Traces traces = OwnerRules.traces(drills.recent(MOST_DRILLS).stream()
                    .filter(drill -> isIn(drill, from, to))
                    .toList());
            return new OwnerFigures(
                    from,
                    to,
                    settings.goLive(),
                    now,
                    before,
                    booked.isPresent() ? Known.BOOKED : before.isPresent() ? Known.ASSUMED : Known.UNKNOWN,
                    traces,
                    settings.assumed(currency),
                    OwnerRules.savedInAYear(now, before, traces, settings, currency));
        });
    }

    /**
     * @return of the year before that day what is in the books; empty when nothing was written off in them: then they began with an
     *     opening stock a little before, or nobody recorded what was lost
     */
    private Optional<Losses> before(LocalDate goLive, CurrencyUnit currency) {
        return periods.firstDay()
                .filter(goLive::isAfter)
                .map(first -> first.isBefore(goLive.minusDays(DAYS_BEFORE)) ? goLive.minusDays(DAYS_BEFORE) : first)
                .filter(first ->
                        writeOffs.sum(first, goLive.minusDays(1), false).isPresent())
                .map(first -> losses(first, goLive.minusDays(1), currency));
    }

    /** @return that of the books that are asked */
    private CurrencyUnit currency() {
        return CurrentBooks.company()
                .flatMap(company -> companies.all().stream()
                        .filter(books -> books.company().equals(company))
                        .findFirst())
                .map(CompanyBooks::currency)
                .map(CurrencyUnit::of)
                .orElse(common);
    }

    private Losses losses(LocalDate from, LocalDate to, CurrencyUnit currency) {
        Money nothing = Money.zero(currency);
        return OwnerRules.losses(
                from,
                to,
                writeOffs.sum(from, to, false).orElse(nothing),
                writeOffs.sum(from, to, true).orElse(nothing));
    }

    private static boolean isIn(Drill drill, LocalDate from, LocalDate to) {
        LocalDate day = LocalDate.ofInstant(drill.started(), ZoneOffset.UTC);
        return !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public List<WriteOff> writeOffs(
            LocalDate from, LocalDate to, boolean onlyExpired, Optional<WriteOff.Key> after, int limit) {
        refuseOther(from, to);
        return booked(() -> writeOffs.lines(from, to, onlyExpired, after, limit));
    }

    @Override
    public List<RecallReach> reaches(boolean closed, Optional<RecallCaseId> before, int limit) {
        if (limit < 1 || limit > RecallReach.MOST + 1) {
            throw new WrongQuestionException("ask for 1 to " + RecallReach.MOST + " cases, not for " + limit);
        }
        return unitOfWork.required(() ->
                cases.newest(closed, before, limit).stream().map(this::reach).toList());
    }

    private RecallReach reach(RecallCase one) {
        Instant decided = one.opening().decidedAt();
        return new RecallReach(
                one.id(), one.opening().mode(), decided, money.draft(one.id()).flatMap(RecallCostDraft::overRecall));
    }

    private static void refuseOther(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw new WrongQuestionException(
                    "ask for 1 to " + MOST_DAYS + " days at a time, not for " + from + " to " + to);
        }
    }

    /** Looks once more after the answer: a rebuild that began meanwhile has taken away some of it. */
    private <T> T booked(Supplier<T> question) {
        costing.journal(NEVER_A_NUMBER, 1);
        T answer = unitOfWork.required(question);
        costing.journal(NEVER_A_NUMBER, 1);
        return answer;
    }
}
