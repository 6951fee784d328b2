package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.STOCK;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.disposed;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.cost.AbsorbedCost;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CogsElements;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.cost.ElementAmount;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LandedCost;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotElements;
import org.lottrace.api.cost.Revaluation;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/** Fifteen postings that were made by hand, from what is recorded when these things happen, to the cent. */
class GoldenPostingsIT {
    private static final LotKey L1 = aLot("L1").key();
    private static final LotKey L2 = aLot("L2").key();
    private static final LotKey F1 = aLot("F1").of(BREAD).madeAt(Bakery.BERLIN).key();
    private static final LotKey B1 = aLot("B1").of(SALT).madeAt(Bakery.BERLIN).key();

    private final BakeryBooks books =
            new BakeryBooks().ordered("PO-R1", FLOUR, "100 KGM", "2.00").ordered("PO-R2", FLOUR, "50 KGM", "2.10");

    private final Map<String, Runnable> inputs = new LinkedHashMap<>();

    @Test
    void every_posting_is_that_of_the_table() throws IOException {
        Optional<Path> table = table();
        assumeTrue(table.isPresent(), "skipped: there is no shared/data/costing/golden.journal above this folder");
        List<Posted> golden = read(Files.readAllLines(table.orElseThrow()));
        say();
        // by-product and main output come out of one production, so they are one entry here
        assertEquals(15, golden.size());

        for (Posted posted : golden) {
            Runnable input = inputs.get(posted.reference());
            if (posted.reference().equals("PR-1")) {
                continue;
            }
            Map<String, BigDecimal> expected = new TreeMap<>(posted.amounts());
            if (posted.reference().equals("PR-2")) {
                golden.stream()
                        .filter(other -> other.reference().equals("PR-1"))
                        .forEach(other -> other.amounts()
                                .forEach((account, amount) -> expected.merge(account, amount, BigDecimal::add)));
            }
            Map<String, BigDecimal> before = balances();
            input.run();
            assertEquals(expected, change(before, balances()), posted.reference());
        }
    }

    /** Other amounts than those of the table, which is for lot actual; but lots are their accounts, and built again they are the same. */
    @ParameterizedTest
    @EnumSource(CostMethod.class)
    void the_same_inputs_keep_lots_and_accounts_together_by_every_method(CostMethod method) {
        value(FLOUR, method, "2.04", "KGM");
        value(BREAD, method, "1.90", "C62");
        value(SALT, method, "1.10", "KGM");
        say();
        inputs.keySet().stream()
                .filter(reference -> method != CostMethod.STANDARD || !reference.equals("NRV-1")) // it is refused
                .forEach(reference -> inputs.get(reference).run());

        List<JournalEntry> journal = journal();
        Money lots = books.costing().inventory(Optional.empty(), 100).stream()
                .map(LotCost::value)
                .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
        assertEquals(lots, sum(journal, Set.of(Account.INVENTORY, Account.WORK_IN_PROCESS)));
        assertEquals(Money.zero(CurrencyUnit.EUR), sum(journal, Set.of(Account.values())));
        assertEquals(Money.zero(CurrencyUnit.EUR), sum(journal, Set.of(Account.CONVERSION_IN_PROCESS)));
        CogsElements sold = books.history().cogsElements(Bakery.TODAY.minusDays(9), Bakery.TODAY.plusDays(9));
        assertEquals(sum(journal, Set.of(Account.COST_OF_GOODS_SOLD)), sold.account());
        assertEquals(sold.account(), sum(sold.elements()));
        for (LotCost lot : books.costing().inventory(Optional.empty(), 100)) {
            LotElements elements = books.history().elements(lot.lot()).orElseThrow();
            assertEquals(lot.onStock().value(), sum(elements.onStock()));
            assertEquals(lot.inProcess().value(), sum(elements.inProcess()));
        }
        books.forgetEverythingBooked();
        assertEquals(journal, journal());
        assertEquals(sold, books.history().cogsElements(Bakery.TODAY.minusDays(9), Bakery.TODAY.plusDays(9)));
    }

    /**
     * Of 128.00 that was consumed 6.00 was freight, and the by-product takes 5.00 of it: the bread is 117.24 of material, 5.76 of freight and
     * 33.33 of conversion, and what was sold is 145.71 of 156.33 of each. A write-down
     * takes its part of each.
     */
    @Test
    void what_was_sold_is_145_71_by_element() {
        say();
        inputs.values().forEach(Runnable::run);

        assertEquals(
                List.of("MATERIAL 109.27", "FREIGHT 5.37", "DUTY 0.00", "CONVERSION 31.07", "OVERHEAD 0.00"),
                books.history().cogsElements(Bakery.TODAY.minusDays(9), Bakery.TODAY.plusDays(9)).elements().stream()
                        .map(part -> part.element() + " " + part.amount().getAmount())
                        .toList());
    }

    private static Money sum(List<ElementAmount> amounts) {
        return amounts.stream().map(ElementAmount::amount).reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
    }

    private void value(ItemNumber item, CostMethod method, String euros, String unit) {
        done(books.entries()
                .changeMethod(new CostMethodChange(
                        context("M-" + item),
                        item,
                        method,
                        Optional.of(new UnitPrice(new BigDecimal(euros), "EUR", new UnitOfMeasure(unit)))
                                .filter(standard -> method == CostMethod.STANDARD),
                        "the board said so")));
    }

    private List<JournalEntry> journal() {
        return books.costing().journal(Bakery.TODAY.minusYears(1), Bakery.TODAY.plusYears(1), 0, 1000);
    }

    private static Money sum(List<JournalEntry> entries, Set<Account> accounts) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> accounts.contains(line.account()))
                .map(JournalLine::amount)
                .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
    }

    private void say() {
        inputs.put("GR-1", () -> books.recorded(received("GR-1", "PO-R1", goods(L1, "100 KGM"))));
        inputs.put("GR-2", () -> books.recorded(received("GR-2", "PO-R2", goods(L2, "50 KGM"))));
        inputs.put(
                "LC-1",
                () -> done(books.entries()
                        .landed(new LandedCost(
                                context("LC-1"),
                                "LC-1",
                                MARKET,
                                CostElement.FREIGHT,
                                AllocationKey.WEIGHT,
                                Money.parse("EUR 15.01"),
                                List.of(
                                        new LandedCost.Target(L1, new BigDecimal("100")),
                                        new LandedCost.Target(L2, new BigDecimal("50")))))));
        inputs.put("PI-1", () -> books.recorded(consumed("PI-1", "PO-1", goods(L1, "40 KGM"), goods(L2, "20 KGM"))));
        inputs.put(
                "PC-1",
                () -> done(books.entries()
                        .absorb(new AbsorbedCost(
                                context("PC-1"), "PC-1", "PO-1", CostElement.CONVERSION, Money.parse("EUR 33.33")))));
        inputs.put("PR-2", () -> books.recorded(produced()));
        inputs.put("SH-1", () -> books.recorded(shipped("SH-1", "SO-1", goods(F1, "30 C62"))));
        inputs.put(
                "IV-1",
                () -> done(books.entries()
                        .invoice(new SupplierInvoice(
                                context("IV-1"),
                                "IV-1",
                                MILL,
                                List.of(new SupplierInvoice.Line(
                                        new OrderLineReference(new DocumentReference(PURCHASE_ORDER, "PO-R1"), 1),
                                        quantity("100 KGM"),
                                        Money.parse("EUR 207.00")))))));
        inputs.put("RT-1", () -> books.recorded(returned("RT-1", "SH-1", goods(F1, "2 C62"))));
        inputs.put("WO-1", () -> books.recorded(disposed("WO-1", L2, "10 KGM")));
        inputs.put(
                "NRV-1",
                () -> done(books.entries()
                        .revalue(new Revaluation(
                                context("NRV-1"),
                                "NRV-1",
                                F1,
                                Revaluation.Kind.WRITE_DOWN,
                                new UnitPrice(new BigDecimal("1.75"), "EUR", new UnitOfMeasure("C62")),
                                "sold at 1.75 from now on"))));
        inputs.put("SH-2", () -> books.recorded(shipped("SH-2", "SO-2", goods(F1, "17 C62"))));
        inputs.put("SH-3", () -> books.recorded(shipped("SH-3", "SO-3", goods(F1, "17 C62"))));
        inputs.put("SH-4", () -> books.recorded(shipped("SH-4", "SO-4", goods(F1, "18 C62"))));
    }

    private static TraceEvent produced() {
        EventBuilder event = anEvent("PR-2", EventType.PRODUCE).of(DocumentType.PRODUCTION_ORDER, "PO-1");
        Captured.used(event, "PO-1", goods(L1, "40 KGM"));
        Captured.used(event, "PO-1", goods(L2, "20 KGM"));
        event.making(F1, L1, "38 KGM")
                .making(B1, L1, "2 KGM")
                .making(F1, L2, "19 KGM")
                .making(B1, L2, "1 KGM");
        Captured.made(event, goods(F1, "80 C62"));
        return event.with(new EventLine(
                                B1,
                                Position.at(Place.transformation(Bakery.BERLIN)),
                                Position.at(STOCK),
                                quantity("5 KGM"),
                                quantity("5 KGM"),
                                Optional.empty())
                        .at(new LinePrice(
                                SALT,
                                new UnitPrice(BigDecimal.ONE, "EUR", new UnitOfMeasure("KGM")),
                                BigDecimal.ONE,
                                Optional.empty())))
                .build();
    }

    private static CaptureContext context(String id) {
        return aContext(id).request();
    }

    private static void done(Outcome<RecordedEvent> outcome) {
        assertEquals(Outcome.Done.class, outcome.getClass(), outcome.toString());
    }

    private Map<String, BigDecimal> balances() {
        Map<String, BigDecimal> balances = new TreeMap<>();
        books.costing().journal(Bakery.TODAY.minusYears(1), Bakery.TODAY.plusYears(1), 0, 1000).stream()
                .flatMap(entry -> entry.lines().stream())
                .forEach(line -> balances.merge(account(line), line.amount().getAmount(), BigDecimal::add));
        return balances;
    }

    private static Map<String, BigDecimal> change(Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        Map<String, BigDecimal> change = new TreeMap<>();
        after.forEach((account, balance) -> {
            BigDecimal moved = balance.subtract(before.getOrDefault(account, BigDecimal.ZERO));
            if (moved.signum() != 0) {
                change.put(account, moved);
            }
        });
        return change;
    }

    private static String account(JournalLine line) {
        return switch (line.account()) {
            case INVENTORY -> "Inventory:" + line.lot().orElseThrow().number();
            case WORK_IN_PROCESS, CONVERSION_IN_PROCESS -> "PO-1";
            case GOODS_RECEIVED_NOT_INVOICED -> "GRNI";
            case ACCOUNTS_PAYABLE -> "AP";
            case COST_OF_GOODS_SOLD -> "COGS";
            case CONVERSION_ABSORBED -> "ConversionAbsorbed";
            case WRITE_OFF -> "ExpiryWriteOff";
            case INVENTORY_WRITE_DOWN -> "InventoryWriteDown";
            case PURCHASE_PRICE_VARIANCE -> "PurchasePriceVariance";
            default -> line.account().code();
        };
    }

    private static Optional<Path> table() {
        return Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()),
                        Optional::isPresent,
                        path -> path.map(Path::getParent))
                .map(path -> path.orElseThrow().resolve("shared/data/costing/golden.journal"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Reads {@code 2026-01-05 (GR-1) receipt …} and below it {@code Assets:Inventory:RAW:L1  200.00 USD}. */
    private static List<Posted> read(List<String> lines) {
        List<Posted> postings = new ArrayList<>();
        for (String line : lines) {
            if (line.matches("\\d{4}-\\d\\d-\\d\\d \\(.*")) {
                postings.add(new Posted(line.substring(line.indexOf('(') + 1, line.indexOf(')')), new TreeMap<>()));
            } else if (line.startsWith("    ") && !line.contains("=")) {
                String[] words = line.trim().split("\\s+");
                String[] account = words[0].split(":");
                String name = (account[1].equals("Inventory") ? "Inventory:" : "") + account[account.length - 1];
                postings.get(postings.size() - 1).amounts().merge(name, new BigDecimal(words[1]), BigDecimal::add);
            }
        }
        return postings;
    }

    /**
     * @param reference of the document
     * @param amounts by account, debit when positive
     */
    private record Posted(String reference, Map<String, BigDecimal> amounts) {}
}
