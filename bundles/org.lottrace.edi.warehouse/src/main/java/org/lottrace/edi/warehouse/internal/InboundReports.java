package org.lottrace.edi.warehouse.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.SentInterchanges;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.thirdparty.ComparisonState;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records what third parties report by X12, and notes it with what of ours it answers. */
@Component(service = InboundReports.class)
public final class InboundReports {
    private final ThirdPartyWarehouses warehouses;
    private final ItemStore items;
    private final SiteStore sites;
    private final PartyStore parties;
    private final SalesOrderStore orders;
    private final SentInterchanges sent;
    private final Clock clock;

    @Activate
    public InboundReports(
            @Reference ThirdPartyWarehouses warehouses,
            @Reference ItemStore items,
            @Reference SiteStore sites,
            @Reference PartyStore parties,
            @Reference SalesOrderStore orders,
            @Reference SentInterchanges sent,
            @Reference Clock clock) {
        this.warehouses = warehouses;
        this.items = items;
        this.sites = sites;
        this.parties = parties;
        this.orders = orders;
        this.sent = sent;
        this.clock = clock;
    }

    HandledSet handle(InboundTransactionSet set, StockDocumentKind kind, ReadReport report) {
        ReadGoods goods = new ReadGoods(items, report.goods, kind == StockDocumentKind.INVENTORY);
        List<Violation> problems = new ArrayList<>(goods.problems());
        Optional<ThirdPartyWarehouse> warehouse = warehouse(set, report, problems);
        Optional<Instant> at = warehouse
                .flatMap(known -> sites.find(known.site()))
                .flatMap(site -> ReportTime.of(
                        report, site.zone(), clock.instant(), warehouses.find(site.id(), kind, report.number)));
        if (warehouse.isPresent() && at.isEmpty()) {
            problems.add(problem(
                    report, "INVALID_DATE", "\"" + report.date + " " + report.time + "\" is no date with a time"));
        }
        if (!problems.isEmpty() || !report.unread.isEmpty()) {
            return new HandledSet(problems, report.unread);
        }
        StockDocument document = new StockDocument(
                report.number,
                kind,
                warehouse.orElseThrow().site(),
                Optional.empty(),
                Optional.of(report.about).filter(text -> !text.isEmpty()),
                receiver(report, warehouse.orElseThrow().site()),
                at.orElseThrow(),
                goods.lines());
        return warehouses
                .record(Caller.partner(set.sender().id()).name(), CaptureSource.EDI, document)
                .fold(
                        kept -> new HandledSet(List.of(), List.of(), notes(kept, report)),
                        refused -> new HandledSet(
                                refused.stream()
                                        .map(violation -> inTheirTerms(violation, goods, report))
                                        .toList(),
                                List.of()));
    }

    /** Nothing is held against items and warehouses. */
    static ReadSet preview(ReadReport report) {
        return new ReadSet(ReportFields.of(report), new HandledSet(List.of(), report.unread, notUsed(report)));
    }

    private Optional<ThirdPartyWarehouse> warehouse(
            InboundTransactionSet set, ReadReport report, List<Violation> problems) {
        List<ThirdPartyWarehouse> theirs = warehouses.warehouses().stream()
                .filter(known -> known.partner().equals(set.sender().id()))
                .toList();
        List<ThirdPartyWarehouse> named =
                theirs.stream().filter(known -> isNamed(known, report)).toList();
        if (theirs.size() == 1 || named.size() == 1) {
            return Optional.of(named.size() == 1 ? named.get(0) : theirs.get(0));
        }
        problems.add(problem(
                report,
                ThirdPartyWarehouses.WAREHOUSE_UNKNOWN,
                theirs.isEmpty()
                        ? "you run no warehouse of ours"
                        : "you run several warehouses of ours: send the code or the GLN of this one in N1"));
        return Optional.empty();
    }

    /** @return to whom the goods were shipped; else who ordered or pays for them, when their order does not say it */
    private Optional<PartyId> receiver(ReadReport report, SiteId warehouse) {
        return party(report.receivers)
                .or(() -> isOfKnownOrder(report.about, warehouse) ? Optional.empty() : party(report.buyers));
    }

    private boolean isOfKnownOrder(String about, SiteId warehouse) {
        return !about.isEmpty()
                && orders.find(warehouses
                                .find(warehouse, StockDocumentKind.SHIPPING_ORDER, about)
                                .flatMap(order -> order.document().about())
                                .orElse(about))
                        .isPresent();
    }

    /** @return the first that is known by its GLN or by our number of it */
    private Optional<PartyId> party(List<String> codes) {
        List<Party> known = codes.isEmpty() ? List.of() : parties.all();
        return codes.stream()
                .flatMap(code -> known.stream()
                        .filter(party -> party.id().value().equals(code)
                                || party.gln()
                                        .filter(gln -> gln.value().equals(code))
                                        .isPresent())
                        .map(Party::id))
                .findFirst();
    }

    private boolean isNamed(ThirdPartyWarehouse warehouse, ReadReport report) {
        Optional<Site> site = sites.find(warehouse.site());
        return report.places.contains(warehouse.site().value())
                || site.flatMap(Site::gln)
                        .filter(gln -> report.places.contains(gln.value()))
                        .isPresent();
    }

    private List<Violation> notes(KeptDocument kept, ReadReport report) {
        List<Violation> notes = new ArrayList<>();
        StockDocument document = kept.document();
        if (document.kind() == StockDocumentKind.SHIPPING_ADVICE
                && kept.events().isEmpty()) {
            notes.add(
                    problem(
                            report,
                            ThirdPartyWarehouses.ORDER_UNKNOWN,
                            "it is kept, and booked when sales order "
                                    + document.about().orElse("")
                                    + " is known; say the customer in N1 ST by GLN or by our number, and it is booked at once"));
        }
        document.about()
                .filter(about -> document.kind() != StockDocumentKind.INVENTORY)
                .flatMap(about -> warehouses.comparison(
                        document.warehouse(), document.kind().counterpart(), about))
                .ifPresent(comparison -> {
                    boolean agrees = comparison.state() == ComparisonState.AGREES;
                    Violation outcome = problem(
                            report,
                            SentInterchanges.RECEIPT + (agrees ? "CONFIRMED" : "DIFFERS"),
                            document.kind() + " " + document.number() + " of " + document.warehouse()
                                    + (agrees ? " agrees" : " differs: see the reconciliation"));
                    notes.add(outcome);
                    StockDocument answered = comparison.document().document();
                    sent.note(
                            answered.kind() == StockDocumentKind.TRANSFER_SHIPMENT
                                    ? OutboundStockDocuments.TRANSFER
                                    : OutboundStockDocuments.ORDER,
                            OutboundStockDocuments.key(answered),
                            List.of(outcome));
                });
        notes.addAll(notUsed(report));
        return notes;
    }

    static List<Violation> notUsed(ReadReport report) {
        return report.unused.isEmpty()
                ? List.of()
                : List.of(problem(report, "NOT_USED", "these segments are not used: " + report.unused));
    }

    /** The service counts lines, the sender segments. */
    private static Violation inTheirTerms(Violation violation, ReadGoods goods, ReadReport report) {
        ViolationPath path = violation.path().steps().stream()
                .filter(step -> step.name().equals("lines") && step.number() > 0)
                .findFirst()
                .filter(step -> step.number() <= goods.lines().size())
                .map(step -> goods.path(step.number()))
                .orElseGet(() -> ViolationPath.of(PathStep.segment(report.beginning)));
        return new Violation(violation.code(), path, violation.message());
    }

    private static Violation problem(ReadReport report, String code, String message) {
        return new Violation(code, ViolationPath.of(PathStep.segment(report.beginning)), message);
    }
}
