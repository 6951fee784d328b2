package org.lottrace.thirdparty.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.lot.EnteredQuantity;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What is wrong with a document whatever is in stock. */
final class DocumentRules {
    /** An event id and a shipment number are made of it, and X12 has room for 30 characters. */
    private static final Pattern NUMBER = Pattern.compile("[!-~]{1,29}");

    private static final String LINES = "lines";
    /** So many are kept in one text. */
    private static final int MOST_LINES = 5_000;

    private static final int LONGEST_ABOUT = 50;

    private final ItemStore items;
    private final SalesOrderStore orders;
    private final PartyStore parties;

    DocumentRules(ItemStore items, SalesOrderStore orders, PartyStore parties) {
        this.items = items;
        this.orders = orders;
        this.parties = parties;
    }

    /** @return everything that is wrong with it */
    List<Violation> problems(StockDocument document) {
        List<Violation> problems = new ArrayList<>();
        if (!NUMBER.matcher(document.number()).matches()) {
            problems.add(new Violation(
                    ThirdPartyWarehouses.DOCUMENT_NUMBER_WRONG,
                    "number",
                    "the number of a document has 1 to 29 visible ASCII characters without blanks, not \""
                            + document.number() + "\""));
        }
        StockDocumentKind kind = document.kind();
        boolean isShipping = kind == StockDocumentKind.SHIPPING_ORDER || kind == StockDocumentKind.SHIPPING_ADVICE;
        if (isShipping
                && document.about().isEmpty()
                && (kind == StockDocumentKind.SHIPPING_ORDER
                        || document.customer().isEmpty())) {
            problems.add(
                    new Violation(
                            ThirdPartyWarehouses.ABOUT_MISSING,
                            "about",
                            kind == StockDocumentKind.SHIPPING_ORDER
                                    ? "say the number of the sales order that is to be shipped"
                                    : "say the number of the shipping order that was shipped, or which customer got the goods"));
        }
        document.customer().ifPresent(customer -> checkCustomer(kind, problems));
        if (kind == StockDocumentKind.TRANSFER_SHIPMENT && document.from().isEmpty()) {
            problems.add(
                    new Violation(ThirdPartyWarehouses.FROM_MISSING, "from", "say the site from which the goods left"));
        }
        document.about()
                .filter(about -> about.length() > LONGEST_ABOUT)
                .ifPresent(about -> problems.add(new Violation(
                        "TEXT_TOO_LONG",
                        "about",
                        "the number of what it is about has at most " + LONGEST_ABOUT + " characters, not "
                                + about.length())));
        if (document.lines().size() > MOST_LINES) {
            problems.add(new Violation(
                    ThirdPartyWarehouses.TOO_MANY_LINES,
                    LINES,
                    "a document has at most " + MOST_LINES + " lines, not "
                            + document.lines().size() + ": make several of it, each with a number of its own"));
            return problems;
        }
        if (document.lines().isEmpty()) {
            problems.add(new Violation("LINES_MISSING", LINES, "the document names no goods: add a line"));
        }
        if (kind == StockDocumentKind.SHIPPING_ORDER) {
            document.about().ifPresent(number -> checkOrder(number, document, problems));
        }
        checkLines(document, problems);
        return problems;
    }

    private static void checkCustomer(StockDocumentKind kind, List<Violation> problems) {
        if (kind != StockDocumentKind.SHIPPING_ADVICE) {
            problems.add(new Violation(
                    ThirdPartyWarehouses.CUSTOMER_NOT_WANTED,
                    "customer",
                    "only a shipping advice names a customer, not a " + kind + ": leave it out"));
        }
    }

    private void checkOrder(String number, StockDocument document, List<Violation> problems) {
        Optional<SalesOrder> order = orders.find(number);
        if (order.isEmpty()) {
            problems.add(new Violation(
                    ThirdPartyWarehouses.ORDER_UNKNOWN,
                    "about",
                    "sales order " + number + " is unknown: save it first"));
            return;
        }
        for (int i = 0; i < document.lines().size(); i++) {
            StockDocument.Line line = document.lines().get(i);
            if (order.get().lines().stream().noneMatch(ordered -> isFor(ordered, line))) {
                problems.add(new Violation(
                        "ITEM_NOT_ORDERED",
                        ViolationPath.of(LINES, i + 1).then("item"),
                        "sales order " + number + " has no line "
                                + line.orderLine().map(String::valueOf).orElse("") + " for item " + line.item()
                                + ": order what the customer ordered"));
            }
        }
    }

    private static boolean isFor(SalesOrder.Line ordered, StockDocument.Line line) {
        return ordered.item().equals(line.item())
                && line.orderLine().map(number -> number == ordered.number()).orElse(true);
    }

    private void checkLines(StockDocument document, List<Violation> problems) {
        boolean isInventory = document.kind() == StockDocumentKind.INVENTORY;
        Set<StockDocument.Line> seen = new HashSet<>();
        for (int i = 0; i < document.lines().size(); i++) {
            StockDocument.Line line = document.lines().get(i);
            ViolationPath path = ViolationPath.of(LINES, i + 1);
            Optional<Item> item = items.find(line.item());
            if (item.isEmpty()) {
                problems.add(new Violation(
                        "ITEM_UNKNOWN", path.then("item"), "item " + line.item() + " is unknown: save it first"));
            }
            item.ifPresent(known -> checkQuantity(known, line, isInventory, path.then("quantity"), problems));
            if (line.lot().isEmpty() && document.kind() != StockDocumentKind.SHIPPING_ORDER) {
                problems.add(new Violation(
                        ThirdPartyWarehouses.LOT_MISSING, path.then("lot"), "say which lot of item " + line.item()));
            }
            if (line.location().isEmpty() && document.kind() == StockDocumentKind.TRANSFER_SHIPMENT) {
                problems.add(new Violation(
                        "LOCATION_UNKNOWN", path.then("location"), "say the location from which the goods were taken"));
            }
            if (isInventory && !seen.add(Amounts.without(line))) {
                problems.add(new Violation(
                        ThirdPartyWarehouses.LINE_REPEATED,
                        path.then("lot"),
                        "these goods stand in the inventory twice: say each lot in each unit and condition once"));
            }
        }
    }

    private static void checkQuantity(
            Item item, StockDocument.Line line, boolean isInventory, ViolationPath path, List<Violation> problems) {
        if (line.quantity().isNegative() || !isInventory && !line.quantity().isPositive()) {
            problems.add(new Violation(
                    "QUANTITY_NOT_POSITIVE", path, "the quantity must be more than nothing, not " + line.quantity()));
        }
        EnteredQuantity.against(item, line.quantity(), path).ifPresent(problems::add);
    }
}
