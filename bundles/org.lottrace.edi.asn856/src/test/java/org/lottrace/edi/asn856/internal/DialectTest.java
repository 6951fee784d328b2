package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.operation.testing.TestOperations;

/** How partners write the same shipment in other ways, and what of it would mislead. */
class DialectTest {
    private static final String HEAD = "BSN*00*N-1*20260302*0910;HL*1**S;DTM*011*20260302;";
    private static final String PACK_1 = "MAN*GM*340059990000000007";
    private static final String PACK_2 = "MAN*GM*340059990000000014";
    private static final String A = "LIN**VN*FL*LT*A17;SN1**40*EA;";
    private static final String B = "LIN**VN*FL*LT*B18;SN1**12*EA;";
    private static final String BOTH = "[PO-1 40 A17 340059990000000007, PO-1 12 B18 340059990000000014]";

    @TempDir
    Path mappings;

    @BeforeEach
    void a_partner_with_the_standard_binding() throws IOException {
        Path folder = mappings.resolve("partners/mill");
        Files.createDirectories(folder);
        Files.copy(X12.MAPPINGS.resolve("partners/standard/856.oxm.xml"), folder.resolve("856.oxm.xml"));
    }

    @ParameterizedTest
    @CsvSource({
        "S-O-P-I, HL*2*1*O;PRF*PO-1;HL*3*2*P;1;HL*4*3*I;A;HL*5*2*P;2;HL*6*5*I;B",
        "S-O-P-I breadth first, HL*2*1*O;PRF*PO-1;HL*3*2*P;1;HL*5*2*P;2;HL*4*3*I;A;HL*6*5*I;B",
        "S-O-T-P-I, HL*2*1*O;PRF*PO-1;HL*7*2*T;HL*3*7*P;1;HL*4*3*I;A;HL*5*7*P;2;HL*6*5*I;B",
        "S-O-I-P, HL*2*1*O;PRF*PO-1;HL*3*2*I;A;HL*4*3*P;1;HL*5*2*I;B;HL*6*5*P;2",
        "S-O-unknown-P-I, HL*2*1*O;PRF*PO-1;HL*9*2*X;HL*3*9*P;1;HL*4*3*I;A;HL*5*9*P;2;HL*6*5*I;B",
        "children before parents, HL*4*3*I;A;HL*6*5*I;B;HL*3*2*P;1;HL*5*2*P;2;HL*2*1*O;PRF*PO-1",
    })
    void levels_in_any_order_give_the_same_lines(String shape, String levels) {
        assertEquals(BOTH, lines(taken(levels)), shape);
    }

    @ParameterizedTest
    @CsvSource({
        "S-T-I, HL*2*1*T;1;HL*3*2*I;A;HL*4*1*T;2;HL*5*4*I;B",
        "S-P-I, HL*2*1*P;1;HL*3*2*I;A;HL*4*1*P;2;HL*5*4*I;B",
    })
    void units_may_stand_right_below_the_shipment(String shape, String levels) {
        assertEquals(BOTH.replace("PO-1", ""), lines(taken(levels)), shape);
    }

    @Test
    void an_item_of_a_shipment_without_orders_names_its_order() {
        assertEquals("[PO-9 40 A17 -]", lines(taken("HL*2*1*I;LIN**VN*FL*LT*A17;SN1**40*EA;PRF*PO-9")));
    }

    @ParameterizedTest
    @CsvSource({
        "a second lot of a LIN, LIN**VN*FL*LT*A17*LT*B2;SN1**40*EA, LIN 5 A17",
        "the expiry of the lot, LIN**VN*FL*LT*A17;SN1**40*EA;DTM*208*20270101, DTM 2 20270101",
        "two SSCC of a pack, LIN**VN*FL*LT*A17;SN1**40*EA;MAN*GM*340059990000000021, MAN 2 340059990000000021",
    })
    void what_would_be_lost_refuses_the_notice(String fact, String item, String expected) {
        HandledSet handled = handle("HL*2*1*O;PRF*PO-1;HL*3*2*P;1;HL*4*3*I;" + item);

        assertEquals(
                List.of(expected),
                handled.unread().stream()
                        .map(part -> part.tag() + " " + part.element() + " " + part.text())
                        .toList(),
                fact);
    }

    @Test
    void one_sscc_on_two_packs_refuses_the_notice() {
        assertEquals(
                List.of("SSCC_REPEATED HL 5 / MAN GM"),
                problems("HL*2*1*O;PRF*PO-1;HL*3*2*P;1;HL*4*3*I;A;HL*5*2*P;1;HL*6*5*I;B"));
    }

    @Test
    void a_level_of_an_unknown_kind_that_states_a_quantity_is_said_at_its_kind() {
        HandledSet handled = handle("HL*2*1*O;PRF*PO-1;HL*3*2*I;A;HL*4*2*Q;SN1**99*EA");

        assertEquals(
                "HL 3 Q",
                handled.unread().stream()
                        .map(part -> part.tag() + " " + part.element() + " " + part.text())
                        .collect(Collectors.joining()));
    }

    @Test
    void the_quantity_of_a_level_is_the_sum_of_the_levels_below() {
        String batches = "HL*2*1*O;PRF*PO-1;HL*3*2*I;LIN**VN*FL;SN1**%s*EA;HL*4*3*ZZ;LIN**LT*A17;SN1**40*EA;"
                + "HL*5*3*ZZ;LIN**LT*B18;SN1**12*EA";

        assertEquals("[PO-1 40 A17 -, PO-1 12 B18 -]", lines(taken(String.format(batches, "52"))));
        assertEquals(List.of("BATCH_SUM_DIFFERS HL 3 / SN102"), problems(String.format(batches, "160")));
    }

    @ParameterizedTest
    @CsvSource({
        "BSN*00*N-1*20260302*0910;DTM*011*20260304;HL*1**S;HL*2*1*O;PRF*PO-1;HL*3*2*I;A",
        "BSN*00*N-1*20260302*0910;HL*1**S;HL*2*1*O;PRF*PO-1;DTM*011*20260304;HL*3*2*I;A",
        "BSN*00*N-1*20260302*0910;HL*1**S;HL*2*1*O;PRF*PO-1;HL*3*2*I;A;DTM*011*20260304",
    })
    void the_date_of_shipment_may_stand_before_the_shipment_or_below_it(String segments) {
        assertEquals("2026-03-04", notice(segments).shipDate().toString());
    }

    @Test
    void orders_that_left_on_different_days_refuse_the_notice() {
        assertEquals(
                List.of("SHIP_DATE_DIFFERS DTM 011"),
                handleAll("BSN*00*N-1*20260302*0910;HL*1**S;HL*2*1*O;PRF*PO-1;DTM*011*20260304;HL*3*2*I;A;"
                                + "HL*4*1*O;PRF*PO-2;DTM*011*20260305;HL*5*4*I;B")
                        .problems()
                        .stream()
                        .map(DialectTest::text)
                        .toList());
    }

    @Test
    void our_site_may_be_named_at_the_order_in_any_qualifier_with_something_before_it() throws IOException {
        switches("ship.to = ST BY", "ship.to.length = 6");

        assertEquals(
                "PLANT1",
                taken("HL*2*1*O;PRF*PO-1;N1*BY**15*US-PLANT1;HL*3*2*I;A").shipToId());
    }

    @Test
    void what_a_partner_may_leave_unread_is_noted() throws IOException {
        switches("unread = NOTE");

        HandledSet handled = handle("HL*2*1*O;PRF*PO-1;HL*3*2*I;A;DTM*208*20270101");

        assertTrue(handled.unread().isEmpty());
        assertEquals(
                List.of("NOT_READ", "NOT_USED"),
                handled.notes().stream().map(Violation::code).toList());
    }

    @Test
    void what_identifies_goods_and_is_not_read_is_counted_by_level_and_name() {
        HandledSet handled = handle(
                "HL*2*1*O;PRF*PO-1;HL*3*2*I;LIN**VN*FL*LT*A17*MG*1234;SN1**40*EA;HL*4*2*I;LIN**VN*FL*LT*B*MG*5;SN1**1*EA;"
                        + "DTM*405*20260101");

        assertEquals(
                List.of("the binding does not read: ITEM/DTM_405, ITEM/LIN_MG 2 times"),
                handled.notes().stream().map(Violation::message).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HL*3*2*I;LIN**VN*FL;DTM*094*20260101;HL*4*3*I;LIN**VN*FL*LT*A17;SN1**40*EA                 | ITEM/DTM_094",
                "HL*3*2*I;LIN**VN*FL;DTM*094*20260101;HL*4*3*ZZ;LIN**VN*FL*LT*A17;SN1**40*EA;DTM*094*20260101 |",
                "HL*3*2*I;LIN**VN*FL;DTM*094*20260102;HL*4*3*I;LIN**VN*FL*LT*A;SN1**4*EA;DTM*094*20260101   | ITEM/DTM_094",
                "HL*3*2*I;LIN**VN*FL*LT*A17;SN1**40*EA;DTM*094*20260101                                  |",
            })
    void a_date_above_the_lines_is_counted_unless_they_repeat_it(String levels, String counted) {
        assertEquals(
                counted == null ? List.of() : List.of("the binding does not read: " + counted),
                handle("HL*2*1*O;PRF*PO-1;" + levels).notes().stream()
                        .map(Violation::message)
                        .toList());
    }

    @Test
    void a_gtin_that_is_none_is_an_item_number_of_a_partner_who_writes_it_so() throws IOException {
        assertEquals(
                List.of("GTIN_INVALID HL 3 / LIN"),
                problems("HL*2*1*O;PRF*PO-1;HL*3*2*I;LIN**UP*123456789*LT*A17;SN1**40*EA"));

        switches("gtin.invalid = NUMBER");

        assertEquals(
                "123456789",
                taken("HL*2*1*O;PRF*PO-1;HL*3*2*I;LIN**UP*123456789*LT*A17;SN1**40*EA")
                        .lines()
                        .get(0)
                        .senderItem());
    }

    @ParameterizedTest
    @CsvSource({"unread = PERHAPS, unread", "ship.two = ST, ship.two", "ship.to.length = all, ship.to.length"})
    void a_setting_that_is_not_known_is_said_with_the_file(String line, String expected) throws IOException {
        switches(line);

        String message =
                handle("HL*2*1*O;PRF*PO-1;HL*3*2*I;A").problems().get(0).message();

        assertTrue(message.contains("mill/856.properties") && message.contains(expected), message);
    }

    private void switches(String... lines) throws IOException {
        Files.write(mappings.resolve("partners/mill/856.properties"), List.of(lines));
    }

    private List<String> problems(String levels) {
        return handle(levels).problems().stream().map(DialectTest::text).toList();
    }

    private static String text(Violation violation) {
        return violation.code() + " " + violation.path();
    }

    private ShipNotice taken(String levels) {
        return notice(HEAD + levels);
    }

    private ShipNotice notice(String segments) {
        HandledSet handled = handleAll(segments);
        assertEquals(List.of(), handled.problems());
        assertEquals(List.of(), handled.unread());
        return taken.get(taken.size() - 1);
    }

    private HandledSet handle(String levels) {
        return handleAll(HEAD + levels);
    }

    private final List<ShipNotice> taken = new ArrayList<>();

    private HandledSet handleAll(String segments) {
        EdiAddress mill = new EdiAddress("ZZ", "MILL");
        return new InboundShipNotices(TestOperations.over(new ExpectingReceipts(taken)), new Agreed(), mappings)
                .handle(new InboundTransactionSet(
                        "856",
                        "004010",
                        aParty("MILL").mappedBy("mill").build(),
                        new InterchangeReference(mill, new EdiAddress("ZZ", "US"), "000000001", "1", "0001"),
                        X12.read(file(segments)).get(0).segments()));
    }

    private static String lines(ShipNotice notice) {
        return notice.lines().stream().map(DialectTest::line).toList().toString();
    }

    private static String line(ShipNoticeLine line) {
        return line.purchaseOrder() + " " + line.quantity().amount().toPlainString() + " " + line.lotNumber() + " "
                + line.pack().or(line::tare).map(Object::toString).orElse("-");
    }

    private static byte[] file(String segments) {
        List<String> all = Stream.of(segments.split(";"))
                .flatMap(s -> Stream.of(
                        switch (s) {
                            case "A" -> A.split(";");
                            case "B" -> B.split(";");
                            case "1" -> new String[] {PACK_1};
                            case "2" -> new String[] {PACK_2};
                            default -> new String[] {s};
                        }))
                .toList();
        return String.join(
                        "~\n",
                        "ISA*00*          *00*          *ZZ*MILL           *ZZ*LOTTRACE       *260302*0915*U*00401*"
                                + "000000001*0*P*>",
                        "GS*SH*MILL*LOTTRACE*20260302*0915*1*X*004010",
                        "ST*856*0001",
                        String.join("~\n", all),
                        "SE*" + (all.size() + 2) + "*0001",
                        "GE*1*1",
                        "IEA*1*000000001~")
                .getBytes(StandardCharsets.UTF_8);
    }
}
