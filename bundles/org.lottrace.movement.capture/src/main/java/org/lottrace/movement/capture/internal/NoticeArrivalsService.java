package org.lottrace.movement.capture.internal;

import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.movement.NoticeArrivals;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.movement.store.NoticeArrivalStore;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps by when notices were to be here, in the time of the site that receives them. */
@Component
public final class NoticeArrivalsService implements NoticeArrivals {
    private final UnitOfWork unitOfWork;
    private final ExpectedReceiptStore notices;
    private final NoticeArrivalStore arrivals;
    private final SiteStore sites;

    @Activate
    public NoticeArrivalsService(
            @Reference UnitOfWork unitOfWork,
            @Reference ExpectedReceiptStore notices,
            @Reference NoticeArrivalStore arrivals,
            @Reference SiteStore sites) {
        this.unitOfWork = unitOfWork;
        this.notices = notices;
        this.arrivals = arrivals;
        this.sites = sites;
    }

    @Override
    public void agree(ShipNoticeId notice, int hours) {
        unitOfWork.run(() -> arrivals.find(notice).ifPresent(known -> notices.find(notice)
                .flatMap(expected -> due(expected, hours))
                .filter(due -> !known.due().equals(Optional.of(due)))
                .ifPresent(due ->
                        arrivals.save(new NoticeArrival(notice, known.arrived(), Optional.of(due), known.told())))));
    }

    private Optional<Instant> due(ExpectedReceipt expected, int hours) {
        return sites.find(expected.site()).map(Site::calendar).map(calendar -> expected.notice()
                .shipDate()
                .atStartOfDay()
                .plusHours(hours)
                .atZone(calendar.zone())
                .toInstant());
    }

    @Override
    public void told(ShipNoticeId notice) {
        unitOfWork.run(() -> arrivals.find(notice)
                .filter(known -> !known.told())
                .ifPresent(known -> arrivals.save(new NoticeArrival(notice, known.arrived(), known.due(), true))));
    }
}
