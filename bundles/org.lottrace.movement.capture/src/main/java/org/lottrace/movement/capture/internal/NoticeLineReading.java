package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.NoticeKeyData;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** Makes out what a line of a ship notice means in the company's own terms: item, order line, lot, quantity. */
final class NoticeLineReading {
    private static final String ORDER_UNKNOWN = "ORDER_UNKNOWN";
    private static final String ORDER_OF_OTHER_SUPPLIER = "ORDER_OF_OTHER_SUPPLIER";
    private static final String ORDER_LINE_UNKNOWN = "ORDER_LINE_UNKNOWN";
    private static final String ITEM_NOT_ORDERED = "ITEM_NOT_ORDERED";
    private static final String ITEM_CONTRADICTED = "ITEM_CONTRADICTED";
    private static final String LOT_MISSING = "LOT_MISSING";
    private static final String LOT_NUMBER_INVALID = "LOT_NUMBER_INVALID";
    private static final String LOT_EXPIRED = "LOT_EXPIRED";
    private static final String PROBLEMS_CUT_OFF = "PROBLEMS_CUT_OFF";
    /** Lots of so many lines are asked for at once. */
    private static final int TOGETHER = 2_000;
    /** More nobody would work through. */
    private static final int MOST_PROBLEMS = 1_000;

    private final SharedChecks checks;
    private final ItemStore items;
    private final PurchaseOrderStore orders;
    private final LotMaster lots;

    NoticeLineReading(SharedChecks checks, ItemStore items, PurchaseOrderStore orders, LotMaster lots) {
        this.checks = checks;
        this.items = items;
        this.orders = orders;
        this.lots = lots;
    }

    /**
     * Reads some lines after the other. Those of a large notice are read once more whenever they are asked for.
     *
     * @return the lines with nothing received yet; those in which something was found wrong are missing, and all when too much is wrong
     */
    List<ExpectedReceipt.Line> read(ShipNotice notice, LotCapture capture, Findings findings) {
        List<ExpectedReceipt.Line> all = new ArrayList<>();
        DatesOfLots dates = new DatesOfLots();
        int size = notice.lines().size();
        boolean isLong = notice.lines() instanceof LongList;
        for (int from = 0; from < size; from += TOGETHER) {
            int to = Math.min(size, from + TOGETHER);
            List<ExpectedReceipt.Line> lines = read(notice, from, to, capture, findings);
            dates.check(lines, findings);
            if (!isLong) {
                all.addAll(lines);
            }
            if (to < size && findings.all().size() >= MOST_PROBLEMS) {
                findings.add(
                        PROBLEMS_CUT_OFF,
                        "lines",
                        "so much is wrong with the first " + to + " of " + size
                                + " lines that the others were not looked into: correct these, then send it again");
                return List.of();
            }
        }
        return isLong && findings.isEmpty() ? new LongReading(notice, capture).lines() : all;
    }

    /** The lines of a notice that is too large for memory, in which nothing is wrong. Used by one thread. */
    private final class LongReading {
        private final ShipNotice notice;
        private final LotCapture capture;
        private int from;
        private List<ExpectedReceipt.Line> together = List.of();

        LongReading(ShipNotice notice, LotCapture capture) {
            this.notice = notice;
            this.capture = capture;
        }

        List<ExpectedReceipt.Line> lines() {
            return LongList.of(notice.lines().size(), this::line);
        }

        private ExpectedReceipt.Line line(int index) {
            if (index < from || index >= from + together.size()) {
                from = index - index % TOGETHER;
                together = IntStream.range(from, Math.min(notice.lines().size(), from + TOGETHER))
                        .mapToObj(i -> read(notice, i + 1, capture).line().orElseThrow())
                        .toList();
            }
            return together.get(index - from);
        }
    }

    private List<ExpectedReceipt.Line> read(
            ShipNotice notice, int from, int to, LotCapture capture, Findings findings) {
        List<ReadLine> read = new ArrayList<>();
        for (int number = from + 1; number <= to; number++) {
            read.add(read(notice, number, capture));
        }
        Map<Lot, List<Violation>> problems =
                lots.checkAll(read.stream().flatMap(line -> line.lot().stream()).collect(Collectors.toSet()));
        for (ReadLine line : read) {
            line.findings().all().forEach(findings::add);
            line.lot().ifPresent(lot -> {
                findings.addAll(
                        problems.get(lot).stream()
                                .filter(problem -> !DatesToldLater.wasNotKnown(problem, lot, lots))
                                .toList(),
                        line.path().then("lot"));
                lot.expiry().ifPresent(day -> checkExpiry(day, "lot " + lot.key(), notice, line.path(), findings));
            });
        }
        return read.stream().flatMap(line -> line.line().stream()).toList();
    }

    /** @param line empty when something was found wrong; what is wrong with its lot is not known yet */
    private record ReadLine(
            ViolationPath path, Optional<ExpectedReceipt.Line> line, Optional<Lot> lot, Findings findings) {}

    private ReadLine read(ShipNotice notice, int number, LotCapture capture) {
        Findings findings = new Findings(Basis.REQUESTED);
        ShipNoticeLine line = notice.lines().get(number - 1);
        ViolationPath path = Findings.line(number);
        NoticeKeyData.problems(line.keyData(), path).forEach(findings::add);
        Optional<PurchaseOrder> order = order(notice.id().sender(), line, path, findings);
        Optional<Item> item = item(line, order, path, findings);
        Optional<PurchaseOrder.Line> orderLine =
                order.flatMap(known -> item.flatMap(what -> orderLine(known, what, line, path, findings)));
        Optional<Quantity> quantity =
                item.flatMap(known -> checks.positive(known, line.quantity(), path.then("quantity"), findings));
        boolean isCaptured =
                capture == LotCapture.AT_RECEIPT && line.lotNumber().isBlank();
        Optional<Lot> lot = isCaptured
                ? Optional.empty()
                : lotNumber(line, path, findings)
                        .flatMap(known -> item.map(what -> lot(notice.id().sender(), what, known, line)));
        line.expiry()
                .filter(unused -> isCaptured)
                .ifPresent(day -> checkExpiry(day, "what the line announces", notice, path, findings));
        Optional<ExpectedReceipt.Line> read =
                (lot.isPresent() || isCaptured) && quantity.isPresent() && orderLine.isPresent()
                        ? Optional.of(new ExpectedReceipt.Line(
                                number,
                                item.orElseThrow().number(),
                                lot,
                                quantity.get(),
                                Quantity.zero(quantity.get().unit()),
                                line.quantity(),
                                new OrderLineReference(
                                        order.orElseThrow().reference(),
                                        orderLine.get().number()),
                                line.pack().or(line::tare)))
                        : Optional.empty();
        return new ReadLine(path, read, lot, findings);
    }

    private Optional<PurchaseOrder> order(PartyId sender, ShipNoticeLine line, ViolationPath path, Findings findings) {
        Optional<PurchaseOrder> order = orders.find(line.purchaseOrder());
        if (order.isEmpty()) {
            findings.add(
                    ORDER_UNKNOWN,
                    path.then("purchaseOrder"),
                    "purchase order \"" + line.purchaseOrder() + "\" is unknown: save it first, or ask the supplier");
        }
        if (order.isPresent() && !order.get().supplier().equals(sender)) {
            findings.add(
                    ORDER_OF_OTHER_SUPPLIER,
                    path.then("purchaseOrder"),
                    "purchase order " + line.purchaseOrder() + " is with "
                            + order.get().supplier() + ", not with " + sender);
            return Optional.empty();
        }
        return order;
    }

    /** By GTIN or the receiver's number, which may not contradict, else from the order line; but never against a GTIN of that item. */
    private Optional<Item> item(
            ShipNoticeLine line, Optional<PurchaseOrder> order, ViolationPath path, Findings findings) {
        Optional<Item> byGtin = line.gtin().flatMap(items::find);
        Optional<Item> byNumber = receiverItem(line);
        if (byGtin.isPresent() && byNumber.isPresent() && !byGtin.equals(byNumber)) {
            findings.add(
                    ITEM_CONTRADICTED,
                    path.then("item"),
                    "GTIN " + line.gtin().get() + " is that of item "
                            + byGtin.get().number() + ", and the line says number "
                            + byNumber.get().number() + ": ask the supplier which was shipped");
            return Optional.empty();
        }
        if (byGtin.isPresent() || byNumber.isPresent()) {
            return byGtin.or(() -> byNumber);
        }
        Optional<Item> ordered = order.filter(unused -> line.receiverItem().isBlank())
                .flatMap(known -> namedLine(known, line))
                .flatMap(known -> items.find(known.item()))
                .filter(item -> line.gtin().isEmpty() || item.gtin().isEmpty());
        if (ordered.isEmpty()
                && (line.gtin().isPresent() || !line.receiverItem().isBlank())) {
            findings.add(
                    SharedChecks.ITEM_UNKNOWN,
                    path.then("item"),
                    "no item has GTIN " + line.gtin().map(Object::toString).orElse("(none)") + " or number \""
                            + line.receiverItem() + "\": save the item, or ask the supplier");
        } else if (ordered.isEmpty() && order.isPresent()) {
            findings.add(
                    ORDER_LINE_UNKNOWN,
                    path.then("lineNumber"),
                    "the line names no item, and purchase order " + line.purchaseOrder() + " has no line \""
                            + line.lineNumber() + "\"");
        }
        return ordered;
    }

    private Optional<Item> receiverItem(ShipNoticeLine line) {
        try {
            return line.receiverItem().isBlank()
                    ? Optional.empty()
                    : items.find(new ItemNumber(line.receiverItem().strip()));
        } catch (InvalidIdentifierException e) {
            return Optional.empty(); // no item can have that number, so none has it
        }
    }

    private static Optional<PurchaseOrder.Line> orderLine(
            PurchaseOrder order, Item item, ShipNoticeLine line, ViolationPath path, Findings findings) {
        List<PurchaseOrder.Line> fitting = namedLine(order, line)
                .filter(named -> named.item().equals(item.number()))
                .map(List::of)
                .orElseGet(() -> order.lines().stream()
                        .filter(ordered -> ordered.item().equals(item.number()))
                        .toList());
        if (fitting.isEmpty()) {
            findings.add(
                    ITEM_NOT_ORDERED,
                    path.then("item"),
                    "item " + item.number() + " is not on purchase order " + order.number());
        } else if (fitting.size() > 1) {
            findings.add(
                    ORDER_LINE_UNKNOWN,
                    path.then("lineNumber"),
                    "item " + item.number() + " is on lines "
                            + fitting.stream().map(PurchaseOrder.Line::number).toList() + " of purchase order "
                            + order.number() + ": the notice must say which (LIN01)");
        }
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private static Optional<PurchaseOrder.Line> namedLine(PurchaseOrder order, ShipNoticeLine line) {
        return line.lineNumber().matches("[0-9]{1,9}")
                ? order.line(Integer.parseInt(line.lineNumber()))
                : Optional.empty();
    }

    private static Optional<LotNumber> lotNumber(ShipNoticeLine line, ViolationPath path, Findings findings) {
        if (line.lotNumber().isBlank()) {
            findings.add(
                    LOT_MISSING, path.then("lotNumber"), "the line names no lot: ask the supplier for it (LIN LT)");
            return Optional.empty();
        }
        try {
            return Optional.of(new LotNumber(line.lotNumber()));
        } catch (InvalidIdentifierException e) {
            findings.add(
                    LOT_NUMBER_INVALID,
                    path.then("lotNumber"),
                    e.getMessage() + ": agree a number with the supplier that GS1 AI (10) allows");
            return Optional.empty();
        }
    }

    private Lot lot(PartyId sender, Item item, LotNumber number, ShipNoticeLine line) {
        LotKey key = new LotKey(sender, item.number(), number);
        Optional<LocalDate> expiry = line.expiry()
                .or(() -> lots.find(key).flatMap(Lot::expiry))
                .or(() -> line.productionDate()
                        .flatMap(made -> item.shelfLifeDays().map(made::plusDays)));
        return new Lot(key, line.productionDate(), expiry, Optional.of(line.lotNumber()), Optional.empty());
    }

    private static void checkExpiry(
            LocalDate expiry, String what, ShipNotice notice, ViolationPath path, Findings findings) {
        if (notice.shipDate().isAfter(expiry)) {
            findings.add(
                    LOT_EXPIRED,
                    path.then("expiry"),
                    what + " expired on " + expiry + ", before it was shipped on " + notice.shipDate());
        }
    }
}
