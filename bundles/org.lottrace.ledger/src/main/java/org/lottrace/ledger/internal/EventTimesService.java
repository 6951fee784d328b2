package org.lottrace.ledger.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks up the site of a request and settles the request there. */
@Component
public final class EventTimesService implements EventTimes {
    private static final String SITE_UNKNOWN = "SITE_UNKNOWN";

    private final UnitOfWork unitOfWork;
    private final SiteStore sites;

    @Activate
    public EventTimesService(@Reference UnitOfWork unitOfWork, @Reference SiteStore sites) {
        this.unitOfWork = unitOfWork;
        this.sites = sites;
    }

    @Override
    public Settled settle(CaptureContext context) {
        Optional<Site> site = unitOfWork.required(() -> sites.find(context.site()));
        return new Settled(
                site.map(context::settledAt),
                site.isPresent()
                        ? List.of()
                        : List.of(new Violation(
                                SITE_UNKNOWN, "site", "site " + context.site() + " is unknown: save it first")));
    }
}
