package org.lottrace.edi.warehouse.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.SiteBuilder.aSite;
import static org.lottrace.company.WorkingBakery.FLOUR_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.InventoryAdvices;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.Outcomes;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.thirdparty.ComparisonState;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.persistence.testing.TestDatabase;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What goes to ACME, which runs Potsdam, is in the outbox, and what ACME drops into the inbox is taken and acknowledged; nothing stands in for the exchange. */
class WarehouseExchangeIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.OPERATOR));
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private TestCompany company;
    private WorkingBakery bakery;
    private ThirdPartyWarehouses warehouses;

    @BeforeEach
    void potsdam_is_run_by_acme() throws IOException {
        copy(X12.MAPPINGS, folder.resolve("mappings"));
        LocationId broken = new LocationId("Q-01");
        database.unitOfWork().run(() -> {
            database.parties()
                    .save(aParty(Bakery.COMPANY)
                            .as(PartyRole.COMPANY)
                            .exchangingAs("ZZ", "LOTTRACE")
                            .build());
            database.parties()
                    .save(aParty("ACME")
                            .as(PartyRole.CARRIER)
                            .exchangingAs("ZZ", "ACME")
                            .mappedBy("third-party")
                            .build());
            database.sites()
                    .save(aSite(POTSDAM)
                            .with(SHELF, LocationType.STORAGE)
                            .with(DOCK, LocationType.RECEIVING)
                            .with(broken, LocationType.QUARANTINE)
                            .build());
        });
        company = TestCompany.on(database)
                .with(Clock.class, Bakery.CLOCK)
                .with(BundleContext.class, carryingNothing())
                .configured(WarehouseEdiConfig.PID, Map.of("mappings", at("mappings")))
                .configured(
                        "org.lottrace.edi.x12",
                        Map.of(
                                "mappings", at("mappings"),
                                "inbox", at("inbox"),
                                "archive", at("archive"),
                                "rejected", at("rejected"),
                                "outbox", at("outbox"),
                                "poll.milliseconds", 100));
        bakery = new WorkingBakery(company).withFlourAt("2026-03-01T06:00:00Z");
        warehouses = company.service(ThirdPartyWarehouses.class);
        assertEquals(
                List.of(),
                warehouses.save(
                        new ThirdPartyWarehouse(POTSDAM, aParty("ACME").build().id(), SHELF, broken, 0, 24)));
    }

    @AfterEach
    void nothing_goes_on() {
        company.close();
    }

    @Test
    void a_transfer_goes_out_and_its_receipt_comes_back_and_is_acknowledged() throws Exception {
        flourSent();
        assertEquals(List.of("943 000000001"), sent());

        drop("transfer-receipt.944");

        assertEquals(List.of("943 000000001", "997 000000002"), sent());
        assertTrue(outbox().get(1).contains("AK1*RE*101~") && outbox().get(1).contains("AK5*A~"), outbox().get(1));
        assertEquals(List.of("BER/A-01 600 KGM", "POT/A-01 350 KGM", "POT/Q-01 50 KGM"), bakery.stock(FLOUR_1));
        assertEquals(
                List.of("RECEIPT_DIFFERS"),
                database
                        .unitOfWork()
                        .required(() -> database.interchanges()
                                .find(OutboundTransactionSet.logKey("943", "POT/T1"))
                                .orElseThrow()
                                .problems())
                        .stream()
                        .map(Violation::code)
                        .toList());
    }

    @Test
    void an_order_goes_out_and_its_advice_ships_and_inventories_go_both_ways() throws Exception {
        bakery.baked("B1", "2026-03-01T08:00:00Z");
        record(sent("T0", line(BREAD, Optional.of("B1"), "200 C62")));
        record(about(StockDocumentKind.TRANSFER_RECEIPT, "R0", "T0", line(BREAD, Optional.of("B1"), "200 C62")));
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "48 C62").build());
        record(about(StockDocumentKind.SHIPPING_ORDER, "W1", "SO1", line(BREAD, Optional.empty(), "48 C62")));
        assertEquals(List.of("943 000000001", "940 000000002"), sent());

        drop("shipping-advice.945");
        drop("inventory.846");
        assertEquals(
                List.of(),
                company.service(InventoryAdvices.class)
                        .send(Bakery.BERLIN, aParty("ACME").build().id(), "I7"));

        assertEquals(
                List.of("943 000000001", "940 000000002", "997 000000003", "997 000000004", "846 000000005"), sent());
        assertEquals(
                ComparisonState.AGREES,
                warehouses
                        .comparison(POTSDAM, StockDocumentKind.SHIPPING_ORDER, "W1")
                        .orElseThrow()
                        .state());
        assertEquals(
                ComparisonState.DIFFERS,
                warehouses
                        .comparison(POTSDAM, StockDocumentKind.INVENTORY, "I1")
                        .orElseThrow()
                        .state());
    }

    @Test
    void a_receipt_that_cannot_be_read_changes_nothing_and_its_sender_is_told_where() throws Exception {
        flourSent();
        drop("wrong.944", sample("transfer-receipt.944").replace("W07*16*BG**VN*FLOUR", "W07*16*BG**VN*NOTHING"));

        assertEquals(List.of("BER/A-01 600 KGM", "IN_TRANSIT POT 400 KGM"), bakery.stock(FLOUR_1));
        List<String> answers = outbox().subList(1, outbox().size());
        assertTrue(
                answers.stream().anyMatch(answer -> answer.contains("NOTHING") || answer.contains("AK5*R")),
                answers.toString());
    }

    @Test
    void what_cannot_be_written_is_refused_and_uses_up_no_number() throws Exception {
        List<Violation> refused = warehouses
                .record(ANNA, sent("A-NUMBER-TOO-LONG-FOR-X12", line(FLOUR, Optional.of("L1"), "1 KGM")))
                .violations();
        assertEquals("CONTENT_NOT_WRITABLE", refused.get(0).code());
        assertTrue(refused.get(0).message().contains("W06"), refused.toString());
        assertEquals(List.of(), sent());

        flourSent();
        assertEquals(List.of("943 000000001"), sent());
    }

    @Test
    void a_setting_that_nobody_knows_refuses_the_document_and_names_the_file() throws Exception {
        Files.writeString(folder.resolve("mappings/partners/third-party/warehouse.properties"), "documents = FAX");

        List<Violation> refused = warehouses
                .record(ANNA, sent("T1", line(FLOUR, Optional.of("L1"), "1 KGM")))
                .violations();

        assertEquals("CONTENT_NOT_WRITABLE", refused.get(0).code());
        assertTrue(refused.get(0).message().contains("warehouse.properties"), refused.toString());
    }

    private void flourSent() {
        record(sent("T1", line(FLOUR, Optional.of("L1"), "16 BG"), line(FLOUR, Optional.of("L2"), "100 KGM")));
    }

    private void record(StockDocument document) {
        Outcomes.done(warehouses.record(ANNA, document));
    }

    private static StockDocument sent(String number, StockDocument.Line... lines) {
        return new StockDocument(
                number,
                StockDocumentKind.TRANSFER_SHIPMENT,
                POTSDAM,
                Optional.of(Bakery.BERLIN),
                Optional.empty(),
                Instant.parse("2026-03-02T06:00:00Z"),
                List.of(lines));
    }

    private static StockDocument about(
            StockDocumentKind kind, String number, String about, StockDocument.Line... lines) {
        return new StockDocument(
                number,
                kind,
                POTSDAM,
                Optional.empty(),
                Optional.of(about),
                Instant.parse("2026-03-02T06:30:00Z"),
                List.of(lines));
    }

    private static StockDocument.Line line(ItemNumber item, Optional<String> lot, String quantity) {
        return new StockDocument.Line(
                item,
                Optional.empty(),
                lot.map(LotNumber::new),
                quantity(quantity),
                Optional.empty(),
                Optional.of(SHELF),
                Optional.empty(),
                GoodsCondition.GOOD);
    }

    private void drop(String sample) throws Exception {
        drop(sample, sample(sample));
    }

    /** As a transport does it, and waits until the file was taken and answered. */
    private void drop(String name, String content) throws Exception {
        long before = company.service(Interchanges.class).recent(100).size();
        Path half = Files.writeString(folder.resolve(name), content);
        Files.move(half, folder.resolve("inbox").resolve(name));
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (Files.exists(folder.resolve("inbox").resolve(name)) || outbox().size() < outgoing()) {
            assertTrue(System.nanoTime() < end, () -> name + " is not taken");
            Thread.sleep(50);
        }
        assertTrue(company.service(Interchanges.class).recent(100).size() > before);
    }

    /** @return how many files go out by the log */
    private long outgoing() {
        return company.service(Interchanges.class).recent(100).stream()
                .map(InterchangeRecord::direction)
                .filter(direction -> direction.code().equals("OUTBOUND"))
                .count();
    }

    /** @return what is in the outbox, by control number */
    private List<String> outbox() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(WarehouseExchangeIT::text)
                    .sorted((one, other) -> control(one).compareTo(control(other)))
                    .toList();
        }
    }

    private List<String> sent() throws IOException {
        return outbox().stream()
                .map(text -> text.split("ST\\*")[1].substring(0, 3) + " " + control(text))
                .toList();
    }

    private static String control(String interchange) {
        return interchange.split("\\*")[13];
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sample(String name) {
        return text(X12.MAPPINGS.resolve("samples/warehouse").resolve(name + ".edi"));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** The mappings are in the folder already. */
    static BundleContext carryingNothing() {
        ClassLoader loader = WarehouseExchangeIT.class.getClassLoader();
        Object bundle = Proxy.newProxyInstance(loader, new Class<?>[] {Bundle.class}, (proxy, method, given) -> null);
        return (BundleContext) Proxy.newProxyInstance(
                loader,
                new Class<?>[] {BundleContext.class},
                (proxy, method, given) -> method.getName().equals("getBundle") ? bundle : null);
    }
}
