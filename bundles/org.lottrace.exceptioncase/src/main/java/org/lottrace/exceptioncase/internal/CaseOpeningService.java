package org.lottrace.exceptioncase.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.Noted;
import org.lottrace.api.exceptioncase.store.ExceptionCaseStore;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a case for each finding of an event, and closes those of an event that is reversed; in the unit of work in which the event,
 * or the reversal, is recorded. Cases are numbered under the head of the ledger, so nobody waits for a number who does not wait
 * for the head as well.
 */
@Component(service = CaseOpening.class, configurationPid = CaseOpeningService.PID)
@Designate(ocd = ExceptionCasesConfig.class)
public final class CaseOpeningService implements CaseOpening {
    /** From when cases were a part of movement capture: a file that was edited then counts. */
    static final String PID = "org.lottrace.movement.capture.cases";

    private static final Logger LOG = LoggerFactory.getLogger(CaseOpeningService.class);
    private static final String SEQUENCE = "exception.case";
    private static final int LONGEST_TEXT = 2_000;

    private final UnitOfWork unitOfWork;
    private final ExceptionCaseStore cases;
    private final NumberSequences numbers;
    private final Clock clock;
    private final CaseRules rules;

    @Activate
    public CaseOpeningService(
            @Reference UnitOfWork unitOfWork,
            @Reference ExceptionCaseStore cases,
            @Reference NumberSequences numbers,
            @Reference Clock clock,
            ExceptionCasesConfig config) {
        this.unitOfWork = unitOfWork;
        this.cases = cases;
        this.numbers = numbers;
        this.clock = clock;
        this.rules = new CaseRules(config.rules());
    }

    @Override
    public void open(RecordedEvent recorded, List<Noted> noted) {
        if (noted.isEmpty()) {
            return;
        }
        TraceEvent event = recorded.event();
        List<ExceptionCase> opened = new ArrayList<>();
        long number = numbers.next(SEQUENCE, noted.size());
        for (Noted one : noted) {
            String code = one.violation().code();
            CaseRules.Rule rule = rules.of(code);
            opened.add(new ExceptionCase(
                    number++,
                    code,
                    event.id(),
                    one.lot(),
                    event.context().site(),
                    cut(one.violation().message()),
                    rule.owner(),
                    recorded.recorded().plus(rule.within()),
                    recorded.recorded(),
                    Optional.empty()));
        }
        cases.insert(opened);
        LOG.info("exception cases opened event={} number={}", event.id(), opened.size());
    }

    @Override
    public void open(String code, EventId event, Optional<LotKey> lot, SiteId site, String message) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CaseRules.Rule rule = rules.of(code);
        cases.insert(List.of(new ExceptionCase(
                numbers.next(SEQUENCE),
                code,
                event,
                lot,
                site,
                cut(message),
                rule.owner(),
                now.plus(rule.within()),
                now,
                Optional.empty())));
        LOG.info("exception case opened event={} code={}", event, code);
    }

    @Override
    public void close(EventId event, String by, String reason) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        cases.ofEvent(event).stream()
                .filter(ExceptionCase::isOpen)
                .forEach(open -> cases.save(closed(open, by, at, reason)));
    }

    @Override
    public void close(EventId event, Predicate<ExceptionCase> which, String by, String reason) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        unitOfWork.run(() -> cases.ofEvent(event).stream()
                .filter(open -> open.isOpen() && which.test(open))
                .forEach(open -> cases.save(closed(open, by, at, reason))));
    }

    @Override
    public void close(EventId event, String code, LotKey lot, String by, String reason) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        cases.ofEvent(event).stream()
                .filter(open ->
                        open.isOpen() && open.code().equals(code) && open.lot().equals(Optional.of(lot)))
                .forEach(open -> cases.save(closed(open, by, at, reason)));
    }

    @Override
    public void openOnce(String code, EventId event, Optional<LotKey> lot, SiteId site, String message) {
        unitOfWork.run(() -> {
            if (cases.ofEvent(event).stream()
                    .noneMatch(known ->
                            known.code().equals(code) && known.message().equals(message))) {
                open(code, event, lot, site, message);
            }
        });
    }

    @Override
    public void renew(
            EventId event, SiteId site, Predicate<ExceptionCase> which, List<Noted> found, String by, String reason) {
        unitOfWork.run(() -> {
            close(event, open -> which.test(open) && found.stream().noneMatch(one -> isAbout(open, one)), by, reason);
            for (Noted one : found) {
                boolean isLookedAfter = cases.ofEvent(event).stream()
                        .filter(known -> isAbout(known, one))
                        .anyMatch(known -> known.closing()
                                .map(closing -> !closing.by().equals(by))
                                .orElse(true));
                if (!isLookedAfter) {
                    open(
                            one.violation().code(),
                            event,
                            one.lot(),
                            site,
                            one.violation().message());
                }
            }
        });
    }

    private static boolean isAbout(ExceptionCase known, Noted found) {
        return known.code().equals(found.violation().code())
                && known.message().equals(cut(found.violation().message()));
    }

    static ExceptionCase closed(ExceptionCase open, String by, Instant at, String reason) {
        return new ExceptionCase(
                open.number(),
                open.code(),
                open.event(),
                open.lot(),
                open.site(),
                open.message(),
                open.owner(),
                open.deadline(),
                open.opened(),
                Optional.of(new ExceptionCase.Closing(at, by, cut(reason))));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
