package org.lottrace.movement.capture.internal;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.movement.store.NoticeArrivalStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.NoticeKeyData;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns ship notices into expected receipts; what a single line means is decided in {@link NoticeLineReading}. */
@Component
public final class ExpectedReceiptsService implements ExpectedReceipts {
    private static final Logger LOG = LoggerFactory.getLogger(ExpectedReceiptsService.class);
    private static final String NOTICE_DIFFERS = "NOTICE_DIFFERS";
    private static final String SHIP_TO_UNKNOWN = "SHIP_TO_UNKNOWN";

    private final UnitOfWork unitOfWork;
    private final ExpectedReceiptStore receipts;
    private final PurchaseOrderStore orders;
    private final SiteStore sites;
    private final NoticeLineReading reading;
    private final CloseNotice closing;
    private final NoticeChanges changes;
    private final NoticeArrivalStore arrivals;
    private final Clock clock;

    @Activate
    public ExpectedReceiptsService(
            @Reference UnitOfWork unitOfWork,
            @Reference ExpectedReceiptStore receipts,
            @Reference NoticeArrivalStore arrivals,
            @Reference PurchaseOrderStore orders,
            @Reference SiteStore sites,
            @Reference ItemStore items,
            @Reference LotMaster lots,
            @Reference EventCapture capture,
            @Reference Ledger ledger,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.receipts = receipts;
        this.arrivals = arrivals;
        this.clock = clock;
        this.orders = orders;
        this.sites = sites;
        this.closing = new CloseNotice(capture, receipts, new ReconciledNotices(ledger, 0));
        this.changes = new NoticeChanges(receipts, closing, clock);
        this.reading = new NoticeLineReading(new SharedChecks(sites, items, lots), items, orders, lots);
    }

    @Override
    public List<Violation> expect(ShipNotice notice, LotCapture lots) {
        return unitOfWork.required(
                () -> (isLong(notice) ? receipts.lockInParts(notice.id()) : receipts.find(notice.id()))
                        .map(known -> notice.created().isAfter(known.notice().created())
                                ? replace(notice, lots)
                                : compared(known, notice))
                        .orElseGet(() -> accept(notice, lots, this::insert)));
    }

    @Override
    public List<Violation> replace(ShipNotice notice, LotCapture lots) {
        return unitOfWork.required(
                () -> (isLong(notice) ? receipts.lockInParts(notice.id()) : receipts.lock(notice.id()))
                        .map(known -> replace(known, notice, lots))
                        .orElseGet(() -> accept(notice, lots, this::insert)));
    }

    /** What is known under its number is as large, most likely. */
    private static boolean isLong(ShipNotice notice) {
        return notice.lines() instanceof LongList;
    }

    private List<Violation> replace(ExpectedReceipt known, ShipNotice notice, LotCapture lots) {
        if (known.notice().equals(notice)) {
            return List.of();
        }
        List<Violation> problems = changes.check(known);
        return problems.isEmpty() ? accept(notice, lots, receipts::save) : problems;
    }

    @Override
    public List<Violation> cancel(ShipNoticeId id) {
        return unitOfWork.required(() -> changes.cancel(id));
    }

    @Override
    public Outcome<RecordedEvent> close(NoticeClosing notice) {
        return closing.close(notice);
    }

    @Override
    public Optional<ExpectedReceipt> find(ShipNoticeId id) {
        return unitOfWork.required(() -> receipts.find(id));
    }

    @Override
    public List<ExpectedReceipt> open(Optional<ShipNoticeId> after, int limit) {
        return unitOfWork.required(() -> receipts.open(after, limit));
    }

    private void insert(ExpectedReceipt receipt) {
        receipts.insert(receipt);
        arrivals.save(new NoticeArrival(receipt.notice().id(), clock.instant(), Optional.empty(), false));
    }

    private List<Violation> compared(ExpectedReceipt known, ShipNotice given) {
        if (known.notice().equals(given)) {
            return List.of();
        }
        if (!isLong(given) && saysMore(known.notice(), given)) {
            ExpectedReceipt locked = receipts.lock(given.id()).orElseThrow();
            if (locked.notice().equals(known.notice())) {
                receipts.save(new ExpectedReceipt(given, locked.site(), locked.lines()));
                return List.of();
            }
            return compared(locked, given); // it was completed or replaced meanwhile
        }
        return List.of(new Violation(
                NOTICE_DIFFERS,
                "number",
                "ship notice " + given.id() + " is known with other content: a new notice needs a new number"));
    }

    /** Before version 59 of the tables no key data were kept, and no carrier of a 943: the same notice again completes what is known. */
    private static boolean saysMore(ShipNotice known, ShipNotice given) {
        List<ShipNoticeLine> bare =
                given.lines().stream().map(line -> line.saying(List.of())).toList();
        return known.equals(new ShipNotice(
                given.id(),
                given.created(),
                given.shipDate(),
                given.shipFrom(),
                given.shipTo(),
                given.shipToId(),
                known.carrier().isEmpty() ? "" : given.carrier(),
                known.billOfLading().isEmpty() ? "" : given.billOfLading(),
                bare));
    }

    private List<Violation> accept(ShipNotice notice, LotCapture capture, Consumer<ExpectedReceipt> keep) {
        Findings findings = new Findings(Basis.REQUESTED);
        if (notice.lines().isEmpty()) {
            findings.add(SharedChecks.LINES_MISSING, "lines", "ship notice " + notice.id() + " announces nothing");
        }
        findings.addAll(NoticeKeyData.problems(notice.keyData(), ViolationPath.WHOLE));
        List<ExpectedReceipt.Line> lines = reading.read(notice, capture, findings);
        Optional<SiteId> site = site(notice, findings);
        if (findings.isEmpty()) {
            keep.accept(new ExpectedReceipt(notice, site.orElseThrow(), lines));
            LOG.info("receipt expected notice={} site={} lines={}", notice.id(), site.get(), lines.size());
        }
        return findings.all();
    }

    /** By GLN, else by the receiver's code, else where the orders say. */
    private Optional<SiteId> site(ShipNotice notice, Findings findings) {
        boolean named = notice.shipTo().isPresent() || !notice.shipToId().isBlank();
        List<SiteId> fitting = named ? namedSite(notice) : orderedSites(notice);
        if (named && fitting.isEmpty()) {
            findings.add(
                    SHIP_TO_UNKNOWN,
                    "shipTo",
                    "no site has GLN " + notice.shipTo().map(Object::toString).orElse("(none)") + " or code \""
                            + notice.shipToId() + "\"");
        } else if (fitting.size() > 1) {
            findings.add(
                    SHIP_TO_UNKNOWN, "shipTo", "the notice names no site, and its purchase orders go to " + fitting);
        }
        return fitting.stream().findFirst();
    }

    private List<SiteId> namedSite(ShipNotice notice) {
        List<Site> all = sites.all();
        return all.stream()
                .filter(site -> notice.shipTo().isPresent() && site.gln().equals(notice.shipTo()))
                .findFirst()
                .or(() -> all.stream()
                        .filter(site -> site.id().value().equals(notice.shipToId()))
                        .findFirst())
                .map(Site::id)
                .stream()
                .toList();
    }

    private List<SiteId> orderedSites(ShipNotice notice) {
        Set<String> numbers = new HashSet<>();
        return notice.lines().stream()
                .map(ShipNoticeLine::purchaseOrder)
                .filter(numbers::add)
                .flatMap(number -> orders.find(number).stream())
                .map(PurchaseOrder::site)
                .distinct()
                .toList();
    }
}
