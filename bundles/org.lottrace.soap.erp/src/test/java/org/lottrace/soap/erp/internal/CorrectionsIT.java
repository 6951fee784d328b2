package org.lottrace.soap.erp.internal;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;

/** An event of each type is reversed through SOAP, with all that stands on it: stock, trace and journal are as without them. */
class CorrectionsIT {
    private static final String WHEAT = "<lot><item>R-WHEAT</item><number>W26-017</number></lot>";
    private static final String WHEAT_KEY =
            "<lot><issuer>S-100</issuer><item>R-WHEAT</item><number>W26-017</number></lot>";
    private static final String FLOUR = "<lot><item>F-FLOUR-1</item><number>26062-HAM-1-0001</number></lot>";

    private final Company company = new Company();

    @BeforeEach
    void everything_happens() {
        Stream.of(Example.PARTNERS, Example.ITEMS, Example.SITES, Example.PURCHASE_ORDERS, Example.SALES_ORDERS)
                .forEach(company::post);
        Stream.of(Example.INBOUND, Example.ALLOCATION, Example.OUTBOUND).forEach(company::post);
        recorded(movement(
                "transfer",
                "t1",
                "<toLocation>A-01</toLocation><line>" + WHEAT
                        + "<location>SILO-1</location><quantity unit=\"KGM\">100</quantity></line>"));
        recorded(movement(
                "supplierReturn",
                "t5",
                "<supplier>S-100</supplier><number>RTV-1</number><line>" + WHEAT
                        + "<location>SILO-1</location><quantity unit=\"KGM\">10</quantity></line>"));
        recorded(movement(
                "pack",
                "t2",
                "<toLocation>A-01</toLocation><toContainer>340000000000000021</toContainer><line>" + FLOUR
                        + "<location>A-01</location><quantity unit=\"C62\">5</quantity></line>"));
        recorded(movement(
                "openingStock",
                "t4",
                "<countSheet>LIST-1</countSheet><line><lot><issuer>S-100</issuer><item>R-WHEAT</item><number>W25-900</number></lot>"
                        + "<expiry>2026-12-31</expiry><location>SILO-1</location><quantity unit=\"KGM\">250</quantity>"
                        + "<cost currency=\"EUR\" per=\"TNE\">210</cost></line>"));
        recorded(transformation("split", "t6", taken("W25-900", 10), made("W25-A", 6), made("W25-B", 4)));
        recorded(transformation("merge", "t7", taken("W25-A", 6) + taken("W25-B", 4), made("W25-C", 10)));
        recorded(transformation("relabel", "t8", taken("W25-C", 10), made("W25-D", 10)));
        recorded(transformation("repack", "t9", taken("W25-D", 10), made("W25-E", 10)));
        recorded(movement("lotCorrection", "t3", WHEAT_KEY + "<expiry>2027-03-31</expiry><reason>label</reason>"));
    }

    @AfterEach
    void stop() {
        company.close();
    }

    /** What comes from no ERP, or goes with its report, is reversed in the tests of capture. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REVERSE", "ANCHOR", "NOTICE_CLOSE", "GAIN", "UNPACK", "SAMPLE", "COST", "DELIVER"})
    void an_event_of_each_type_is_reversed(EventType type) {
        RecordedEvent event = events().stream()
                .filter(e -> e.event().type() == type)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("nothing of type " + type + " happened"));

        recorded(reversal("u1", event.event().id().value(), "<withFollowing>true</withFollowing>"));

        assertFalse(inForce().contains(event));
        assertEquals(stockByEvents(), stock());
        assertEquals(edgesByEvents(), tracedEdges());
        assertEquals(balancesOf(entriesInForce()), balancesOf(entries()));
    }

    @Test
    void what_stands_on_an_event_is_told_in_order_and_nothing_is_done() {
        long before = company.ledger().head();

        Answer answer = company.post(reversal("u1", "ham:2026-03-03:0002", "")).valid();

        assertEquals(List.of("REFUSED"), answer.all("result"), answer.body());
        assertEquals(Set.of("FOLLOWED_BY"), Set.copyOf(answer.all("code")));
        List<String> messages = answer.all("message");
        assertTrue(messages.get(0).startsWith("PACK t2"), answer.body());
        assertTrue(messages.get(messages.size() - 1).startsWith("PICK ham:2026-03-19:0001"), answer.body());
        assertEquals(before, company.ledger().head());
    }

    @Test
    void what_was_reversed_besides_and_what_is_not_reserved_any_more_is_told() {
        company.post(Example.ALLOCATION).valid();

        Answer answer = company.post(reversal("u1", "ham:2026-03-03:0002", "<withFollowing>true</withFollowing>"))
                .valid();

        assertEquals(List.of("RECORDED"), answer.all("result"), answer.body());
        assertEquals("t2", answer.all("eventId").get(1), answer.body());
        assertEquals("u1:1", answer.all("by").get(0), answer.body());
    }

    /** The gate lets in whoever works with LotTrace; what they may do is asked for each operation. */
    @Test
    void who_may_not_correct_is_refused_and_nothing_is_recorded() {
        String answer = company.server()
                .postAs("clerk", "/erp", reversal("u1", "ham:2026-03-31:0002", ""))
                .body();

        assertTrue(answer.contains("ROLE_MISSING") && answer.contains("lottrace-corrector"), answer);
        recorded(reversal("u1", "ham:2026-03-31:0002", ""));
    }

    @Test
    void who_may_not_save_or_allocate_is_refused_with_a_fault() {
        String items =
                company.server().postAs("coordinator", "/erp", Example.ITEMS).body();
        String allocation = company.server()
                .postAs("coordinator", "/erp", Example.ALLOCATION)
                .body();

        assertTrue(items.contains("soap:Client") && items.contains("ROLE_MISSING"), items);
        assertTrue(allocation.contains("soap:Client") && allocation.contains("ROLE_MISSING"), allocation);
    }

    @Test
    void the_same_reversal_again_is_already_recorded() {
        recorded(reversal("u1", "ham:2026-03-31:0002", ""));

        assertEquals(
                List.of("ALREADY_RECORDED"),
                company.post(reversal("u1", "ham:2026-03-31:0002", "")).valid().all("result"));
    }

    @Test
    void a_corrected_lot_is_found_under_both_numbers() {
        recorded(movement("lotCorrection", "c1", WHEAT_KEY + "<number>W26-018</number><reason>label</reason>"));

        assertEquals(
                company.lots().find(LotReference.parse("W26-017")),
                company.lots().find(LotReference.parse("W26-018")));
        assertEquals(
                Optional.of(LocalDate.parse("2027-03-31")),
                company.lots().find(LotReference.parse("W26-018")).get(0).expiry());
    }

    @Test
    void what_is_said_of_goods_is_on_their_line() {
        recorded(
                movement(
                        "disposal",
                        "d1",
                        "<number>DO-7</number>"
                                + taken("W26-017", 1)
                                        .replace(
                                                "</line>",
                                                "<keyDatum><name>serial</name><type>TEXT</type><value>A-7</value></keyDatum></line>")));

        assertEquals(
                List.of("A-7"),
                events().get(events().size() - 1).event().lines().stream()
                        .flatMap(line -> line.keyData().stream())
                        .map(datum -> datum.value().text())
                        .toList());
    }

    @Test
    void a_part_that_is_opened_is_a_lot_and_an_item_without_that_shelf_life_is_told() {
        String lot = "<lot><item>R-WHEAT</item><number>W26-017</number></lot>";
        recorded(
                movement(
                        "shelfLifeBeginning",
                        "o1",
                        "<by>OPENING</by>" + lot
                                + "<part><location>SILO-1</location><quantity unit=\"KGM\">2</quantity><lotNumber>W26-017-A</lotNumber></part>"));

        assertEquals(
                List.of(LocalDate.parse("2027-03-31")),
                company.lots().find(LotReference.parse("W26-017-A")).stream()
                        .flatMap(part -> part.expiry().stream())
                        .toList());
        assertEquals(
                List.of("NO_SUCH_SHELF_LIFE"),
                events().get(events().size() - 1).event().findings());
    }

    private void recorded(String movement) {
        Answer answer = company.post(movement).valid();
        assertEquals(List.of("RECORDED"), answer.all("result"), answer.body());
    }

    private static String transformation(String kind, String id, String taken, String... made) {
        return movement(kind, id, "<number>TR-" + id + "</number>" + taken + String.join("", made));
    }

    private static String taken(String number, int kilograms) {
        return "<line><lot><item>R-WHEAT</item><number>" + number + "</number></lot><location>SILO-1</location>"
                + "<quantity unit=\"KGM\">" + kilograms + "</quantity></line>";
    }

    private static String made(String number, int kilograms) {
        return "<output><lotNumber>" + number + "</lotNumber><quantity unit=\"KGM\">" + kilograms
                + "</quantity><location>SILO-1</location></output>";
    }

    private static String reversal(String id, String corrects, String more) {
        return movement("reversal", id, "<corrects>" + corrects + "</corrects><reason>typed wrong</reason>" + more);
    }

    private static String movement(String name, String id, String content) {
        String document = Example.OUTBOUND;
        return document.substring(0, document.indexOf("<pick>")) + "<" + name + "><eventId>" + id
                + "</eventId><time>2026-04-03T09:00:00+02:00</time><site>HAM</site>" + content + "</" + name + ">"
                + document.substring(document.indexOf("</captureMovements>"));
    }

    private List<RecordedEvent> events() {
        return company.ledger().after(0, 1_000);
    }

    private List<RecordedEvent> inForce() {
        return InForce.of(events());
    }

    private Set<LotKey> lots() {
        Set<LotKey> lots = new TreeSet<>();
        events().forEach(e -> {
            e.event().lines().stream().map(EventLine::lot).forEach(lots::add);
            e.event().lotChanges().stream().map(LotChange::lot).forEach(lots::add);
        });
        return lots;
    }

    private Map<String, BigDecimal> stockByEvents() {
        Map<String, BigDecimal> stock = new TreeMap<>();
        inForce().stream().flatMap(e -> e.event().lines().stream()).forEach(line -> {
            add(stock, line, line.from(), line.quantity().amount().negate());
            add(stock, line, line.to(), line.quantity().amount());
        });
        stock.values().removeIf(amount -> amount.signum() == 0);
        stock.replaceAll((at, amount) -> normal(amount));
        return stock;
    }

    private static void add(Map<String, BigDecimal> stock, EventLine line, Position position, BigDecimal amount) {
        if (position.place().kind().holdsStock()) {
            stock.merge(line.lot() + " " + position, amount, BigDecimal::add);
        }
    }

    private Map<String, BigDecimal> stock() {
        return company.stock(lots()).stream()
                .filter(balance -> !balance.quantity().isZero())
                .collect(toMap(
                        balance -> balance.lot() + " " + balance.position(),
                        balance -> normal(balance.quantity().amount()),
                        BigDecimal::add,
                        TreeMap::new));
    }

    private Set<Edge> edgesByEvents() {
        return inForce().stream().flatMap(e -> e.event().edges().stream()).collect(Collectors.toSet());
    }

    private Set<Edge> tracedEdges() {
        return company.genealogy().trace(TraceRequest.of(Direction.BOTH, lots())).edges().stream()
                .map(edge -> edge.edge())
                .collect(Collectors.toSet());
    }

    private List<JournalEntry> entries() {
        return company.costing().journal(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"), 0, 10_000);
    }

    private List<JournalEntry> entriesInForce() {
        Set<EventId> inForce = inForce().stream().map(e -> e.event().id()).collect(Collectors.toSet());
        return entries().stream()
                .filter(entry -> inForce.contains(entry.event()))
                .toList();
    }

    /** By account and lot; what is zero is left out. */
    private static Map<String, BigDecimal> balancesOf(Collection<JournalEntry> entries) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        entries.stream().flatMap(entry -> entry.lines().stream()).forEach(line -> {
            String account =
                    line.account() + " " + line.lot().map(LotKey::toString).orElse("");
            balances.merge(account, line.amount().getAmount(), BigDecimal::add);
            line.quantity()
                    .ifPresent(quantity -> balances.merge(account + " quantity", quantity.amount(), BigDecimal::add));
        });
        balances.values().removeIf(amount -> amount.signum() == 0);
        balances.replaceAll((account, amount) -> normal(amount));
        return balances;
    }

    private static BigDecimal normal(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }
}
