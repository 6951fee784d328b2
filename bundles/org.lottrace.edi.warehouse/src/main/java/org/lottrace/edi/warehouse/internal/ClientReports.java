package org.lottrace.edi.warehouse.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells a partner for whom we run a site what came there, and what did not when a ship notice is closed (X12 944), and what left (945), once each. A report that was not sent when its event
 * is reversed is never sent; of one that was, X12 004010 cannot take it back, so somebody has to tell the partner. A report that cannot be
 * made is set aside and holds back the later ones of its site, no others.
 */
@Component(service = LedgerFollower.class, configurationPid = WarehouseEdiConfig.PID, immediate = true)
public final class ClientReports implements LedgerFollower {
    static final String NAME = "client-reports";

    private static final String RECEIPT = "944";
    private static final String ADVICE = "945";
    private static final String VERSION = "004010";
    private static final String TAKEN_BACK = "CLIENT_REPORT_TAKEN_BACK";
    private static final int PAGE = 50;
    private static final Set<EventType> REPORTED = Set.of(EventType.RECEIVE, EventType.SHIP, EventType.NOTICE_CLOSE);

    private final Ledger ledger;
    private final PartyStore parties;
    private final SiteStore sites;
    private final Interchanges interchanges;
    private final WithheldInterchanges withheld;
    private final InterchangeStore log;
    private final CaseOpening cases;
    private final WarehouseFolder folder;
    private final ReceiptAdviceWriter receipts;
    private final ShortReceiptWriter shorts;
    private final ShippingAdviceWriter advices;

    @Activate
    public ClientReports(
            @Reference Ledger ledger,
            @Reference NoticeReconciliations reconciliations,
            @Reference PartyStore parties,
            @Reference ItemStore items,
            @Reference LotStore lots,
            @Reference SiteStore sites,
            @Reference SalesOrderStore orders,
            @Reference Interchanges interchanges,
            @Reference WithheldInterchanges withheld,
            @Reference InterchangeStore log,
            @Reference CaseOpening cases,
            WarehouseEdiConfig config) {
        this.ledger = ledger;
        this.parties = parties;
        this.sites = sites;
        this.interchanges = interchanges;
        this.withheld = withheld;
        this.log = log;
        this.cases = cases;
        this.folder = new WarehouseFolder(Path.of(config.mappings()));
        ReportedGoods reported = new ReportedGoods(items, lots);
        this.receipts = new ReceiptAdviceWriter(parties, reported, reconciliations);
        this.shorts = new ShortReceiptWriter(parties, reported, reconciliations);
        this.advices = new ShippingAdviceWriter(parties, reported, new OrderedGoods(ledger, orders, items));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public void follow(List<RecordedEvent> page) {
        List<RecordedEvent> told =
                page.stream().filter(event -> subject(event).isPresent()).toList();
        if (!told.isEmpty()) {
            Map<SiteId, List<Party>> clients = clients();
            told.forEach(
                    event -> client(event.event().context().site(), clients).ifPresent(client -> tell(event, client)));
        }
    }

    @Override
    public OptionalInt setAsideAfter() {
        return OptionalInt.of(1);
    }

    /** A partner is told in the order in which the goods came and left. */
    @Override
    public Optional<String> lane(RecordedEvent event) {
        return Optional.of(event.event().context().site().value());
    }

    /** @return the event, or the one that it reverses, when it is a receipt, a shipment or the closing of a ship notice */
    private Optional<RecordedEvent> subject(RecordedEvent recorded) {
        return InForce.reversedBy(recorded.event())
                .map(ledger::find)
                .orElse(Optional.of(recorded))
                .filter(subject -> REPORTED.contains(subject.event().type()));
    }

    /** @return for whom we run which site: read anew for each page, so that a change counts at once */
    private Map<SiteId, List<Party>> clients() {
        Map<String, Set<SiteId>> sitesOf = new HashMap<>();
        Map<SiteId, List<Party>> clients = new HashMap<>();
        for (Party party : parties.all()) {
            if (party.profile().ediAddress().isPresent()) {
                sitesOf.computeIfAbsent(party.profile().mapping(), folder::sitesRunFor)
                        .forEach(site -> clients.computeIfAbsent(site, none -> new ArrayList<>())
                                .add(party));
            }
        }
        return clients;
    }

    /**
     * @return the partner for whom we run the site
     * @throws IllegalStateException if there are several
     */
    private static Optional<Party> client(SiteId site, Map<SiteId, List<Party>> clients) {
        List<Party> known = clients.getOrDefault(site, List.of());
        if (known.size() > 1) {
            throw new IllegalStateException("site " + site + " is run for "
                    + known.stream().map(Party::id).toList()
                    + " by their warehouse.properties: leave it in that of one partner");
        }
        return known.stream().findFirst();
    }

    private void tell(RecordedEvent recorded, Party client) {
        RecordedEvent subject = subject(recorded).orElseThrow();
        String code = subject.event().type() == EventType.SHIP ? ADVICE : RECEIPT;
        if (subject != recorded) {
            takeBack(recorded.event(), subject.event(), code, client);
        } else if (isInForce(subject)) {
            send(subject, code, client);
        }
    }

    private String written(RecordedEvent subject, Site site) {
        return switch (subject.event().type()) {
            case SHIP -> advices.write(subject, site);
            case RECEIVE -> receipts.write(subject, site);
            default -> shorts.write(subject, site);
        };
    }

    private boolean isInForce(RecordedEvent recorded) {
        return InForce.of(ledger.byDocument(recorded.event().documents().get(0))).stream()
                .anyMatch(event -> event.position() == recorded.position());
    }

    private void takeBack(TraceEvent reversal, TraceEvent subject, String code, Party client) {
        String key = subject.id().value();
        boolean isTold = !withheld.withhold(code, key)
                && log.find(OutboundTransactionSet.logKey(code, key))
                        .filter(record -> record.status() != InterchangeStatus.WITHHELD)
                        .isPresent();
        if (isTold) {
            cases.openOnce(
                    TAKEN_BACK,
                    reversal.id(),
                    Optional.empty(),
                    subject.context().site(),
                    "event " + subject.id() + " was reversed, and our " + code + " about it was sent: tell "
                            + client.id());
        }
    }

    private void send(RecordedEvent subject, String code, Party client) {
        Site site = sites.find(subject.event().context().site())
                .orElseThrow(() -> new IllegalStateException(
                        "site " + subject.event().context().site() + " is unknown"));
        if (subject.event().type() == EventType.NOTICE_CLOSE && !shorts.isShort(subject)) {
            return;
        }
        List<Violation> problems = Sending.send(
                interchanges,
                () -> new OutboundTransactionSet(
                        code,
                        code.equals(ADVICE) ? "SW" : "RE",
                        VERSION,
                        client,
                        subject.event().id().value(),
                        written(subject, site),
                        false));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "the " + code + " about " + subject.event().id() + " to " + client.id()
                            + " cannot be sent: "
                            + problems.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
    }
}
