package org.lottrace.edi.warehouse.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lottrace.api.edi.X12Units;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** The sales order that a 940 of a partner asks for whom we run sites, or everything that keeps it from being one. */
final class OrderFromClient {
    /** W0501 (data element 473). */
    private static final String ORIGINAL = "N";

    private final ReadReport report;
    private final List<Violation> problems = new ArrayList<>();
    private final List<SalesOrder.Line> lines = new ArrayList<>();
    private final Map<Integer, LotKey> lots = new TreeMap<>();
    private final Optional<Site> site;
    private final Optional<Party> customer;
    private final Optional<LocalDate> day;

    /** @param theirs the sites that we run for who sent it */
    OrderFromClient(
            ReadReport report,
            Set<SiteId> theirs,
            SalesOrders orders,
            ItemStore items,
            LotStore lotStore,
            SiteStore sites,
            PartyStore parties) {
        this.report = report;
        this.site = site(theirs, sites);
        this.customer = customer(parties);
        this.day = day();
        if (!report.status.equals(ORIGINAL)) {
            problem(
                    "ORDER_STATUS_NOT_TAKEN",
                    "W0501 is \"" + report.status
                            + "\", and only N (original) is taken: send the whole order anew under its number, or tell us");
        }
        orders.find(report.number)
                .filter(known -> !theirs.contains(known.shipFrom()))
                .ifPresent(known ->
                        problem("ORDER_OF_OTHERS", "order " + report.number + " is not one of yours: number it anew"));
        report.goods.forEach(goods -> take(goods, items, lotStore));
        if (report.goods.isEmpty()) {
            problem("ORDER_EMPTY", "the order has no W01: say what is to be shipped");
        }
    }

    List<Violation> problems() {
        return problems;
    }

    /** To be called when there are no problems. */
    SalesOrder order() {
        return new SalesOrder(
                report.number,
                customer.orElseThrow().id(),
                report.about.isEmpty() ? report.number : report.about,
                site.orElseThrow().id(),
                day.orElseThrow(),
                lines);
    }

    private void take(ReadReport.Goods goods, ItemStore items, LotStore lotStore) {
        ViolationPath at = ReadGoods.path(goods.segment);
        Optional<Item> item = ReadGoods.item(items, goods, problems);
        Optional<UnitOfMeasure> unit = X12Units.fromX12(goods.unit);
        if (item.isEmpty()) {
            problems.add(new Violation(
                    "ITEM_UNKNOWN", at, "no item of ours has one of these numbers: " + ReadGoods.named(goods)));
        }
        if (unit.isEmpty()) {
            problems.add(new Violation(
                    "UNIT_UNKNOWN", at, "unit \"" + goods.unit + "\" is not known: send a code of X12 DE 355 that is"));
        }
        if (item.isPresent() && unit.isPresent()) {
            lines.add(new SalesOrder.Line(
                    lines.size() + 1, item.get().number(), new Quantity(new BigDecimal(goods.amount), unit.get())));
            if (!goods.lot.isEmpty()) {
                lot(goods, item.get(), lotStore).ifPresent(lot -> lots.put(lines.size(), lot));
            }
        }
    }

    private Optional<LotKey> lot(ReadReport.Goods goods, Item item, LotStore lotStore) {
        List<LotKey> numbered = numbered(goods.lot, item, lotStore);
        if (numbered.size() == 1) {
            return Optional.of(numbered.get(0));
        }
        problems.add(new Violation(
                numbered.isEmpty() ? "LOT_UNKNOWN" : "LOT_AMBIGUOUS",
                ReadGoods.path(goods.segment),
                numbered.isEmpty()
                        ? "we have no lot " + goods.lot + " of item " + item.number()
                                + ": leave it out, and we send what expires first, or name another"
                        : "we have lots " + goods.lot + " of " + numbered.size() + " issuers of item " + item.number()
                                + ": tell us which"));
        return Optional.empty();
    }

    private static List<LotKey> numbered(String text, Item item, LotStore lotStore) {
        try {
            LotNumber number = new LotNumber(text);
            return lotStore.withNumbers(List.of(number)).getOrDefault(number, List.of()).stream()
                    .map(Lot::key)
                    .filter(lot -> lot.item().equals(item.number()))
                    .toList();
        } catch (InvalidIdentifierException e) {
            return List.of(); // no lot can have that number, so none has it
        }
    }

    /** @return the lots that the partner names, by number of the line */
    Map<Integer, LotKey> lots() {
        return lots;
    }

    private Optional<Site> site(Set<SiteId> theirs, SiteStore sites) {
        List<Site> known = theirs.stream()
                .sorted(Comparator.comparing(SiteId::value))
                .flatMap(id -> sites.find(id).stream())
                .toList();
        List<Site> named = known.stream()
                .filter(one -> report.places.contains(one.id().value())
                        || one.gln()
                                .map(Gln::value)
                                .filter(report.places::contains)
                                .isPresent())
                .toList();
        if (named.size() == 1 || known.size() == 1) {
            return Optional.of(named.size() == 1 ? named.get(0) : known.get(0));
        }
        problem(
                "WAREHOUSE_UNKNOWN",
                "send in N1 WH the code or the GLN of the site from which it is to leave, one of " + theirs);
        return Optional.empty();
    }

    private Optional<Party> customer(PartyStore parties) {
        List<Party> known = report.receivers.isEmpty() ? List.of() : parties.all();
        Optional<Party> receiver = report.receivers.stream()
                .flatMap(code -> known.stream()
                        .filter(party -> party.id().value().equals(code)
                                || party.gln()
                                        .filter(gln -> gln.value().equals(code))
                                        .isPresent()))
                .findFirst();
        if (receiver.isEmpty()) {
            problem(
                    "CUSTOMER_UNKNOWN",
                    "N1 ST names nobody whom we know (" + String.join(", ", report.receivers)
                            + "): send the GLN or our number of who is to get the goods, or tell us of them first");
        }
        return receiver;
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(report.date, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException isNone) {
            problem(
                    "INVALID_DATE",
                    "\"" + report.date + "\" is no date: send in G62 with 10 or 02 when the goods are requested");
            return Optional.empty();
        }
    }

    private void problem(String code, String message) {
        problems.add(new Violation(code, ViolationPath.of(PathStep.segment(report.beginning)), message));
    }
}
