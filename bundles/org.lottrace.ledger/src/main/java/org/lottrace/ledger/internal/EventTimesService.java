package org.lottrace.ledger.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.lottrace.api.cost.ClosedDays;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LaterLine;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Settles a request at its site; what is possible is decided in {@link TimeRules} and {@link EarlierStock}. */
@Component(configurationPid = EventTimesService.PID)
@Designate(ocd = EventTimesConfig.class)
public final class EventTimesService implements EventTimes {
    static final String PID = "org.lottrace.ledger";

    private static final String SITE_UNKNOWN = "SITE_UNKNOWN";

    private final UnitOfWork unitOfWork;
    private final SiteStore sites;
    private final StockStore stock;
    private final LedgerStore events;
    private final PeriodStore periods;
    private final CompanyBooksStore companies;
    private final TimeRules rules;
    private final Clock clock;

    @Activate
    public EventTimesService(
            @Reference UnitOfWork unitOfWork,
            @Reference SiteStore sites,
            @Reference StockStore stock,
            @Reference LedgerStore events,
            @Reference PeriodStore periods,
            @Reference CompanyBooksStore companies,
            @Reference Clock clock,
            EventTimesConfig config) {
        this.unitOfWork = unitOfWork;
        this.sites = sites;
        this.stock = stock;
        this.events = events;
        this.periods = periods;
        this.companies = companies;
        this.rules = new TimeRules(
                Duration.ofMinutes(config.tolerance_minutes()),
                config.accounting_days(),
                Optional.of(config.go_live()).filter(day -> !day.isBlank()).map(LocalDate::parse));
        this.clock = clock;
    }

    @Override
    public Settled settle(CaptureContext request) {
        Optional<EventContext> context =
                unitOfWork.required(() -> sites.find(request.site())).map(request::settledAt);
        if (context.isEmpty()) {
            return new Settled(
                    context,
                    List.of(new Violation(
                            SITE_UNKNOWN, "site", "site " + request.site() + " is unknown: save it first")),
                    List.of());
        }
        List<Violation> violations = new ArrayList<>(rules.impossible(context.get(), clock.instant()));
        violations.addAll(inClosedPeriod(request));
        List<Violation> doubtful = rules.doubtful(context.get());
        boolean reported = context.get().basis() == Basis.REPORTED;
        if (!reported) {
            violations.addAll(doubtful);
        }
        return new Settled(context, violations, reported ? doubtful : List.of());
    }

    /** Only a day that the sender states: what happened in a closed period is recorded, and counts on the first open day. */
    private List<Violation> inClosedPeriod(CaptureContext request) {
        return request
                .accountingDate()
                .flatMap(day -> ClosedDays.now(stepsOf(request.site()))
                        .filter(last -> !day.isAfter(last))
                        .map(last -> new Violation(
                                "PERIOD_CLOSED",
                                "accountingDate",
                                "the books are closed until " + last + ", and " + day + " is before: state "
                                        + last.plusDays(1) + " or a later day, or leave it out, so that it counts on "
                                        + last.plusDays(1) + " and names its own day; or have a controller open the"
                                        + " period again")))
                .stream()
                .toList();
    }

    /** @return the steps in the books of the company of that site */
    private List<PeriodStep> stepsOf(SiteId site) {
        return unitOfWork.required(() -> {
            List<CompanyBooks> own = companies.all();
            Optional<PartyId> company = own.isEmpty()
                    ? Optional.empty()
                    : sites.find(site).map(Site::company).filter(of -> own.stream()
                            .anyMatch(books -> books.company().equals(of)));
            return CurrentBooks.of(company, periods::steps);
        });
    }

    @Override
    public List<Violation> notThereYet(TraceEvent event) {
        SortedSet<LotKey> lots = EventChecks.movedLots(event);
        return lots.isEmpty()
                ? List.of()
                : unitOfWork.required(
                        () -> new EarlierStock(stock.lock(lots), later(lots, event), rules.tolerance()).missing(event));
    }

    /** What happened at the same moment is read as well: whoever records the event asks for it next. */
    private List<LaterLine> later(SortedSet<LotKey> lots, TraceEvent event) {
        Instant happened = event.context().effective();
        return events.linesAfter(lots, happened.minus(1, ChronoUnit.MICROS)).stream()
                .filter(line -> line.happened().isAfter(happened.plus(rules.tolerance())))
                .toList();
    }
}
