package org.lottrace.console.web.internal.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.movement.ScanAnswer;
import org.lottrace.api.movement.ScanClosing;
import org.lottrace.api.movement.ScanJob;
import org.lottrace.api.movement.ScanSession;
import org.lottrace.api.movement.ScanSessions;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** The page of the floor: one field for the scanner, what each scan was, and what comes next. The form carries the scans along. */
public final class ScanPage implements Page {
    /**
     * @param job absent until one is chosen
     * @param event id under which the session is recorded, once
     * @param answer to the scans; absent until a job is chosen
     * @param problems why it was not recorded
     */
    public record View(
            Optional<ScanJob> job,
            String site,
            String event,
            List<String> scans,
            Optional<ScanAnswer> answer,
            List<Violation> problems) {}

    @Override
    public String path() {
        return "scan";
    }

    @Override
    public String needs() {
        return "scan-session.close";
    }

    @Override
    public Answer show(Visit visit) {
        return Answer.html(
                "scan/scan.jte", view(visit, List.of(), UUID.randomUUID().toString(), List.of()));
    }

    @Override
    public Answer change(Visit visit) {
        List<String> scans = new ArrayList<>(visit.parameters().all("scans"));
        scans.removeIf(String::isBlank);
        Optional.of(visit.parameters().text("scan").trim())
                .filter(scan -> !scan.isEmpty())
                .ifPresent(scans::add);
        if (visit.parameters().text("do").equals("back") && !scans.isEmpty()) {
            scans.remove(scans.size() - 1);
        }
        String event = visit.parameters().text("event");
        Optional<ScanJob> job = job(visit);
        Optional<SiteId> site = site(visit);
        if (job.isEmpty() || site.isEmpty() || scans.size() > ScanSession.MOST) {
            return Answer.NOT_FOUND;
        }
        return visit.parameters().text("do").equals("close")
                ? closed(visit, new ScanSession(job.get(), site.get(), scans), event)
                : Answer.html("scan/scan.jte", view(visit, scans, event, List.of()));
    }

    private Answer closed(Visit visit, ScanSession session, String event) {
        try {
            EventId id = new EventId(event);
            CaptureContext context = new CaptureContext(
                    id,
                    // a form that is sent twice is one event: the second time, now is when it was the first time
                    visit.as(Ledger.class)
                            .find(id)
                            .map(recorded -> recorded.event().context().effective())
                            .orElseGet(visit::now),
                    Optional.empty(),
                    visit.caller().name(),
                    "",
                    "scanner",
                    session.site(),
                    CaptureSource.CONSOLE,
                    Optional.of(Basis.REPORTED));
            return visit.as(ScanSessions.class)
                    .close(new ScanClosing(context, session))
                    .<Answer>fold(
                            recorded -> new Answer.SeeOther(
                                    Address.to("event", "id", recorded.event().id(), "recorded", "now")),
                            refused -> Answer.refused("scan/scan.jte", view(visit, session.scans(), event, refused)));
        } catch (InvalidIdentifierException invalid) {
            return Answer.NOT_FOUND;
        }
    }

    private static View view(Visit visit, List<String> scans, String event, List<Violation> problems) {
        Optional<ScanJob> job = job(visit);
        Optional<SiteId> site = site(visit);
        Optional<ScanAnswer> answer = job.flatMap(
                known -> site.map(place -> visit.as(ScanSessions.class).answer(new ScanSession(known, place, scans))));
        return new View(job, site.map(SiteId::value).orElse(""), event, scans, answer, problems);
    }

    private static Optional<ScanJob> job(Visit visit) {
        try {
            return visit.parameters().given("job").map(code -> Coded.of(ScanJob.class, code));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<SiteId> site(Visit visit) {
        String asked = visit.parameters().text("site");
        return visit.sites().stream()
                .map(site -> site.id())
                .filter(id -> id.value().equals(asked))
                .findFirst();
    }
}
