package org.lottrace.console.web.internal.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRightScope;
import org.lottrace.api.right.LotRights;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.console.web.internal.ConsoleUnderTest;

/** On the real services of a bakery that has two lots of flour. */
class WorkPageIT {
    private static final String PALLET = "340123450000000017";

    private TestCompany company;
    private ConsoleUnderTest console;

    @BeforeEach
    void open() {
        company = new WorkingBakery().withFlour().company();
        console = ConsoleUnderTest.with(
                List.of(new WorkPage()),
                company.service(ItemCatalog.class),
                company.service(Identification.class),
                company.service(LotMaster.class),
                company.service(SiteDirectory.class),
                company.service(ExpectedReceipts.class),
                company.service(MovementCapture.class),
                company.service(Holds.class),
                company.service(ShelfLives.class),
                company.service(Ledger.class));
        console.loggedInAs(Role.OPERATOR);
    }

    @AfterEach
    void close() {
        console.close();
        company.close();
    }

    @Test
    void a_form_that_is_sent_twice_is_recorded_once() {
        long before = company.service(Ledger.class).head();

        HttpResponse<String> first = move("event-1", 1);
        HttpResponse<String> second = move("event-1", 1);

        assertEquals(303, first.statusCode(), first.body());
        assertEquals(303, second.statusCode(), second.body());
        assertEquals(first.headers().firstValue("Location"), second.headers().firstValue("Location"));
        assertEquals(before + 1, company.service(Ledger.class).head());
        assertTrue(company.service(Ledger.class).find(new EventId("event-1")).isPresent());
    }

    @Test
    void the_same_event_with_other_goods_is_refused_and_the_form_says_so() {
        move("event-1", 1);

        HttpResponse<String> other = move("event-1", 2);

        assertEquals(422, other.statusCode());
        assertTrue(other.body().contains("EVENT_ID_REUSED"), other.body());
    }

    @Test
    void a_form_of_fifty_rows_asks_for_its_lots_and_items_once() {
        move("event-1", 1);
        long ofOne = console.statements();
        assertEquals(303, move("event-50", 50).statusCode());

        assertTrue(console.statements() <= ofOne + 5, console.statements() + " instead of " + ofOne);
    }

    @Test
    void a_receipt_of_a_notice_without_lots_asks_for_them_and_takes_them() {
        assertEquals(
                List.of(),
                company.service(ExpectedReceipts.class)
                        .expect(
                                aShipNotice("N7")
                                        .announcing(
                                                "PO1",
                                                1,
                                                FLOUR,
                                                "",
                                                "4 BG",
                                                Optional.of(WorkingBakery.NEXT_YEAR),
                                                Optional.empty())
                                        .build(),
                                LotCapture.AT_RECEIPT));

        HttpResponse<String> asked = receive("event-1");
        assertEquals(422, asked.statusCode(), asked.body());
        assertTrue(asked.body().contains("100 KGM of item FLOUR without a lot"), asked.body());

        assertEquals(
                303,
                receive("event-2", "lot0", "FLOUR/Z1", "amount0", "100", "unit0", "KGM")
                        .statusCode());
        assertTrue(company.service(ExpectedReceipts.class)
                .find(WorkingBakery.notice("N7"))
                .filter(receipt -> !receipt.isOpen())
                .isPresent());
    }

    @Test
    void what_was_used_of_one_of_several_lots_is_recorded_and_who_asks_for_it_is_told_which_they_are() {
        company.service(LotMaster.class)
                .register(aLot("L1").from(MARKET).expiring("2027-01-31").build());

        HttpResponse<String> asked = used("c1");
        assertEquals(422, asked.statusCode(), asked.body());
        assertTrue(asked.body().contains("MARKET/FLOUR/L1"), asked.body());

        HttpResponse<String> told = used("c2", "reported", "on");
        assertEquals(303, told.statusCode(), told.body());
        assertTrue(company.service(Ledger.class)
                .find(new EventId("c2"))
                .orElseThrow()
                .event()
                .findings()
                .contains("LOT_AMBIGUOUS"));
    }

    private HttpResponse<String> used(String event, String... more) {
        List<String> given =
                new ArrayList<>(List.of("productionOrder", "PO-7", "lot0", "L1", "amount0", "10", "location0", "A-01"));
        given.addAll(List.of(more));
        return console.post("/work/consume", fields(event, given.toArray(String[]::new)));
    }

    @Test
    void a_run_has_several_outputs_and_a_row_is_of_the_item_and_place_above_unless_it_says_otherwise() {
        assertEquals(
                303,
                console.post(
                                "/work/consume",
                                fields(
                                        "c1",
                                        "productionOrder",
                                        "PO-7",
                                        "lot0",
                                        "FLOUR/L1",
                                        "amount0",
                                        "100",
                                        "location0",
                                        "A-01"))
                        .statusCode());

        HttpResponse<String> made = console.post(
                "/work/produce",
                fields(
                        "p1",
                        "productionOrder",
                        "PO-7",
                        "item",
                        "DOUGH",
                        "amount",
                        "60",
                        "unit",
                        "KGM",
                        "location",
                        "A-01",
                        "lotNumber",
                        "D1",
                        "said",
                        "grade=A",
                        "amount0",
                        "30",
                        "container0",
                        PALLET,
                        "item2",
                        "BREAD",
                        "amount2",
                        "10",
                        "lotNumber2",
                        "B1",
                        "location2",
                        "DOCK"));

        assertEquals(303, made.statusCode(), made.body());
        TraceEvent recorded = company.service(Ledger.class)
                .find(new EventId("p1"))
                .orElseThrow()
                .event();
        assertEquals(
                List.of(
                        "DOUGH/D1 60 KGM BER/A-01",
                        "DOUGH/D1 30 KGM BER/A-01 (00)" + PALLET,
                        "BREAD/B1 10 C62 BER/DOCK"),
                recorded.lines().stream()
                        .filter(line -> line.to().place().kind() == PlaceKind.LOCATION)
                        .map(line ->
                                line.lot().item() + "/" + line.lot().number() + " " + line.quantity() + " " + line.to())
                        .toList());
        assertTrue(recorded.lotChanges().stream()
                .flatMap(change -> change.attributes().stream())
                .anyMatch(datum -> datum.name().equals("grade")));
    }

    @Test
    void what_is_said_of_goods_is_on_their_line() {
        HttpResponse<String> disposed = console.post(
                "/work/dispose",
                fields(
                        "d1",
                        "number",
                        "DO-1",
                        "lot0",
                        "FLOUR/L1",
                        "amount0",
                        "2",
                        "location0",
                        "A-01",
                        "said0",
                        "serial=A-7"));

        assertEquals(303, disposed.statusCode(), disposed.body());
        assertEquals(
                List.of("serial=A-7"),
                company.service(Ledger.class).find(new EventId("d1")).orElseThrow().event().lines().stream()
                        .flatMap(line -> line.keyData().stream())
                        .map(datum -> datum.name() + "=" + datum.value().text())
                        .toList());
    }

    @Test
    void all_of_a_lot_or_a_part_is_opened() {
        HttpResponse<String> all = console.post("/work/unseal", fields("o1", "lot", "FLOUR/L1"));
        HttpResponse<String> part = console.post(
                "/work/thaw", fields("o2", "lot", "FLOUR/L2", "partAt", "A-01", "amount", "40", "unit", "KGM"));
        HttpResponse<String> half = console.post("/work/thaw", fields("o3", "lot", "FLOUR/L2", "amount", "40"));

        assertEquals(303, all.statusCode(), all.body());
        assertEquals(303, part.statusCode(), part.body());
        assertEquals(422, half.statusCode(), half.body());
        assertEquals(List.of("LOT_CHANGE", "SPLIT"), List.of(typeOf("o1"), typeOf("o2")));
    }

    /** Whoever is logged in is asked for the right, whichever form they send. */
    @Test
    void who_has_not_the_right_is_told_who_has_and_what_they_report_is_a_case() {
        for (LotAction action : LotAction.values()) {
            done(company.service(LotRights.class)
                    .save(
                            new Caller("root", Set.of(Role.ADMINISTRATOR)),
                            new LotRightChange(action, LotRightScope.EVERYTHING, Set.of("anna"), Set.of(), "agreed")));
        }
        String[] split = fields("s1", "number", "T1", "location", "A-01", "lotNumber", "L1-A");
        String[] found = fields("f1", "number", "C1", "countSheet", "C1");
        String[] opened = fields("o1", "lot", "FLOUR/L2", "partAt", "A-01", "amount", "40", "unit", "KGM");

        HttpResponse<String> refused = console.post("/work/split", withRow(split, "FLOUR/L1"));
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(
                refused.body().contains("LOT_RIGHT_MISSING") && refused.body().contains("anna may"), refused.body());
        assertEquals(List.of(), cases("s1"));

        for (HttpResponse<String> recorded : List.of(
                console.post("/work/split", withRow(with(split, "event", "s2", "reported", "on"), "FLOUR/L1")),
                console.post("/work/count", withRow(found, "MILL/FLOUR/NEW")),
                console.post("/work/thaw", opened))) {
            assertEquals(303, recorded.statusCode(), recorded.body());
        }
        for (String event : List.of("s2", "f1", "o1")) {
            assertTrue(cases(event).contains("LOT_RIGHT_MISSING"), event + " " + cases(event));
        }
    }

    @Test
    void what_left_without_an_order_is_reported_with_the_customer_or_without() {
        String[] row = {"lot0", "FLOUR/L1", "amount0", "5", "unit0", "KGM", "location0", "A-01", "reported", "on"};
        List<String> named = new ArrayList<>(List.of(row));
        named.addAll(List.of("shipment", "S-1", "customer", "MARKET"));
        HttpResponse<String> recorded = console.post("/work/ship", fields("s1", named.toArray(String[]::new)));
        assertEquals(303, recorded.statusCode(), recorded.body());
        assertEquals(List.of("ORDER_UNKNOWN"), cases("s1"));

        List<String> unnamed = new ArrayList<>(List.of(row));
        unnamed.addAll(List.of("shipment", "S-2"));
        HttpResponse<String> known = console.post("/work/ship", fields("s2", unnamed.toArray(String[]::new)));
        assertEquals(303, known.statusCode(), known.body());
        assertEquals(
                List.of("CUSTOMER_UNKNOWN", "ORDER_UNKNOWN"),
                cases("s2").stream().sorted().toList());
    }

    @Test
    void how_a_shipment_travels_is_said_with_it() {
        String[] said = {
            "lot0",
            "FLOUR/L1",
            "amount0",
            "5",
            "unit0",
            "KGM",
            "location0",
            "A-01",
            "reported",
            "on",
            "shipment",
            "S-1",
            "customer",
            "MARKET",
            "carrierCode",
            "ABCD",
            "billOfLading",
            "BOL-7",
            "vehicle",
            "TR-9",
            "grossWeight",
            "8.5",
            "packages",
            "2"
        };

        HttpResponse<String> recorded = console.post("/work/ship", fields("s1", said));

        assertEquals(303, recorded.statusCode(), recorded.body());
        assertEquals(
                Set.of(
                        "carrierCode ABCD",
                        "vehicle VEHICLE TR-9",
                        "billOfLading BOL-7",
                        "grossWeight 8.5 KGM",
                        "packages 2 C62"),
                LotAttributes.ofShipment(company.service(Ledger.class)
                                .find(new EventId("s1"))
                                .orElseThrow()
                                .event()
                                .keyData())
                        .stream()
                        .map(datum -> datum.name() + " " + datum.value().text())
                        .collect(Collectors.toSet()));
        String[] heavy =
                Stream.of(said).map(text -> text.equals("8.5") ? "heavy" : text).toArray(String[]::new);
        HttpResponse<String> refused = console.post("/work/ship", fields("s2", heavy));
        assertTrue(refused.body().contains("heavy"), refused.body());
        assertEquals(Optional.empty(), company.service(Ledger.class).find(new EventId("s2")));
    }

    private List<String> cases(String event) {
        return company.service(ExceptionCases.class).ofEvent(new EventId(event)).stream()
                .map(ExceptionCase::code)
                .toList();
    }

    private static String[] with(String[] fields, String... more) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.set(all.indexOf("event") + 1, more[1]);
        all.addAll(List.of(more).subList(2, more.length));
        return all.toArray(String[]::new);
    }

    private static String[] withRow(String[] fields, String lot) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("lot0", lot, "amount0", "5", "unit0", "KGM", "location0", "A-01"));
        return all.toArray(String[]::new);
    }

    private String typeOf(String event) {
        return company.service(Ledger.class)
                .find(new EventId(event))
                .orElseThrow()
                .event()
                .type()
                .code();
    }

    @Test
    void what_is_wrong_with_another_output_stands_in_its_row() {
        HttpResponse<String> refused = console.post(
                "/work/produce",
                fields(
                        "p1",
                        "productionOrder",
                        "PO-8",
                        "item",
                        "DOUGH",
                        "amount",
                        "60",
                        "unit",
                        "KGM",
                        "location",
                        "A-01",
                        "item0",
                        "DOUGHX",
                        "amount0",
                        "1",
                        "unit0",
                        "KGM",
                        "location1",
                        "NOWHERE",
                        "amount1",
                        "1"));

        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("ITEM_UNKNOWN"), refused.body());
        assertTrue(refused.body().matches("(?s).* name=\"item0\"[^>]* aria-invalid=\"true\".*"), refused.body());
        assertTrue(refused.body().matches("(?s).* name=\"location1\"[^>]* aria-invalid=\"true\".*"), refused.body());
    }

    private String[] fields(String event, String... more) {
        List<String> fields = new ArrayList<>(List.of("token", console.token(), "event", event, "site", "BER"));
        fields.addAll(List.of("at", "2026-03-02T09:00"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    /** Goods without a ship notice could not be received: the browser asked for one. */
    @Test
    void a_browser_asks_for_what_is_required_and_for_nothing_else() {
        console.loggedInAs(Role.ADMINISTRATOR);
        List<String> wrong = new ArrayList<>();
        for (Task task : Tasks.ALL) {
            HttpResponse<String> form = console.get("/work/" + task.name());
            assertEquals(200, form.statusCode(), task.name());
            for (Field field : task.fields()) {
                Matcher element = Pattern.compile("<(?:input|select|textarea)[^>]* name=\"" + field.name() + "\"[^>]*>")
                        .matcher(form.body());
                assertTrue(element.find(), task.name() + " has no field " + field.name());
                if (element.group().matches("(?s).* required[ >].*") != field.isRequired()) {
                    wrong.add(task.name() + ": " + element.group());
                }
            }
        }

        assertEquals(List.of(), wrong);
    }

    private HttpResponse<String> receive(String event, String... row) {
        List<String> fields =
                new ArrayList<>(List.of("token", console.token(), "event", event, "site", "BER", "location", "DOCK"));
        fields.addAll(List.of("notice", "MILL/N7", "reported", "on", "at", "2026-03-02T09:00"));
        fields.addAll(List.of(row));
        return console.post("/work/receive", fields.toArray(String[]::new));
    }

    /** Without a unit, so that the one of the item is looked up. */
    private HttpResponse<String> move(String event, int rows) {
        List<String> fields =
                new ArrayList<>(List.of("token", console.token(), "event", event, "site", "BER", "location", "DOCK"));
        fields.addAll(List.of("rows", "50", "at", "2026-03-02T09:00"));
        for (int row = 0; row < rows; row++) {
            fields.addAll(List.of("lot" + row, row % 2 == 0 ? "FLOUR/L1" : "FLOUR/L2", "amount" + row, "1"));
            fields.addAll(List.of("location" + row, "A-01"));
        }
        return console.post("/work/move", fields.toArray(String[]::new));
    }
}
