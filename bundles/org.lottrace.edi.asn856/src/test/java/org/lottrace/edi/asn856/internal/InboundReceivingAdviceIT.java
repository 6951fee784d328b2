package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.SentInterchanges;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.persistence.testing.TestDatabase;

/** A customer says by 861 what came of our shipment; each advice comes through the bytes of a file, held against the schema. */
class InboundReceivingAdviceIT {
    private static final Lot B1 =
            aLot("B1").of(BREAD).madeAt(Bakery.BERLIN).expiring("2026-03-11").build();
    private static final Lot B2 =
            aLot("B2").of(BREAD).madeAt(Bakery.BERLIN).expiring("2026-03-12").build();

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private TestCompany company;
    private InboundReceivingAdvice handler;

    /** Shipment D-1 with 12 of B1 and 24 of B2, and its 856. */
    @BeforeEach
    void shipped() {
        company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
        handler = new InboundReceivingAdvice(
                company.service(Ledger.class),
                database.items(),
                company.service(CaseOpening.class),
                company.service(SentInterchanges.class));
        database.unitOfWork().run(() -> {
            database.lots().insert(B1);
            database.lots().insert(B2);
            database.ledger().lockHead();
            database.ledger()
                    .append(new RecordedEvent(
                            anEvent("ship1", EventType.SHIP)
                                    .of(DocumentType.SHIPMENT, "D-1")
                                    .with(line(B1, "12 C62"))
                                    .with(line(B2, "24 C62"))
                                    .build(),
                            1,
                            Bakery.NOW,
                            "0".repeat(64)));
            database.interchanges()
                    .insert(
                            new InterchangeRecord(
                                    0,
                                    Direction.OUTBOUND,
                                    "",
                                    "",
                                    "000000001",
                                    List.of("856"),
                                    "D-1.edi",
                                    InterchangeStatus.ACKNOWLEDGED,
                                    Bakery.NOW,
                                    List.of()),
                            Optional.of(OutboundTransactionSet.logKey("856", "ship1")),
                            new byte[0]);
        });
    }

    @Test
    void goods_that_came_as_shipped_are_noted_with_our_notice_and_open_no_case() {
        HandledSet handled = handle("00", "D-1", List.of("RCD 1 12 EA", "LIN 1 LT B1", "RCD 2 2 CA", "LIN 2 LT B2"));

        assertEquals(List.of(), handled.problems());
        assertEquals(List.of("RECEIPT_CONFIRMED"), codes(handled.notes()));
        assertEquals(List.of("RECEIPT_CONFIRMED"), codes(noted()));
        assertEquals(InterchangeStatus.ACKNOWLEDGED, record().status());
        assertEquals(List.of(), cases());
    }

    @Test
    void an_advice_is_shown_field_by_field_and_nothing_is_noted() {
        ReadSet read = handler.preview(
                set(MARKET, "77", "D-9", List.of("RCD 1 11 EA - - 1 EA 01", "LIN 1 LT B1 VN BREAD", "SLN 1 - O 5 EA")));

        assertEquals(
                List.of(
                        "number R77",
                        "purpose 77",
                        "shipment D-9",
                        "goods[1].line 1",
                        "goods[1].lotNumber B1",
                        "goods[1].item.LT B1",
                        "goods[1].item.VN BREAD",
                        "goods[1].received 11 EA",
                        "goods[1].DAMAGED 1 EA"),
                read.fields().stream()
                        .map(field -> field.name() + " " + field.value())
                        .toList());
        assertEquals(List.of("PURPOSE_UNKNOWN"), codes(read.handled().problems()));
        assertEquals(1, read.handled().unread().size());
        assertEquals(List.of(), noted());
    }

    @ParameterizedTest
    @CsvSource({
        "RCD 1 11 EA - - 1 EA 01, ADVICE_DAMAGED B1",
        "RCD 1 11 EA - - 1 EA 02, ADVICE_SHORT B1",
        "RCD 1 13 EA - - 1 EA 03, ADVICE_OVER B1",
        "RCD 1 12 EA - - 2 EA 09, ADVICE_QUALITY B1",
        "RCD 1 12 EA - - 2 EA 05, ADVICE_INCORRECT B1",
        "RCD 1 12 EA - - 2 EA 14, ADVICE_WITHOUT_NOTICE B1",
        "RCD 1 12 EA - - 2 EA 77, ADVICE_OTHER B1",
        "RCD 1 10 EA 2 EA,        ADVICE_REJECTED B1",
        "RCD 1 10 EA,             ADVICE_SHORT B1",
        "RCD 1 14 EA,             ADVICE_OVER B1",
        "RCD 1 12 EA - - 12 EA 07, ''",
    })
    void each_difference_is_a_case_of_the_shipment(String rcd, String found) {
        HandledSet handled = handle("00", "D-1", List.of(rcd, "LIN 1 LT B1", "RCD 2 24 EA", "LIN 2 LT B2"));

        assertEquals(found, String.join(" ", cases()));
        assertEquals(List.of(found.isEmpty() ? "RECEIPT_CONFIRMED" : "RECEIPT_DIFFERS"), codes(handled.notes()));
    }

    @ParameterizedTest
    @CsvSource({
        "QTY 48:11:PCE;QVR 1 AF, ADVICE_DAMAGED B1",
        "QTY 48:11:PCE;QVR -1 CP, ADVICE_SHORT B1",
        "QTY 48:13:PCE;QVR 1 AC, ADVICE_OVER B1",
        "QTY 48:12:PCE;QVR 2 AE, ADVICE_WITHOUT_NOTICE B1",
        "QTY 48:12:PCE;QVR 2 ZZZ, ADVICE_OTHER B1",
        "QTY 194:10:PCE;QTY 195:2:PCE, ADVICE_REJECTED B1",
        "QTY 48:12:PCE;QTY 124:3:PCE, ADVICE_DAMAGED B1",
        "QTY 48:10, ADVICE_SHORT B1",
        "QTY 48:14, ADVICE_OVER B1",
        "QTY 48:12, ''",
    })
    void a_recadv_is_compared_by_the_same_rules(String goods, String found) {
        HandledSet handled = message("9", "RFF AAK:D-1", "LIN 1;" + goods + ";GIN BX B1", "LIN 2;QTY 48:24;GIN BX B2");

        assertEquals(List.of(), handled.problems());
        assertEquals(List.of(), handled.unread());
        assertEquals(found, String.join(" ", cases()));
        assertEquals(List.of(found.isEmpty() ? "RECEIPT_CONFIRMED" : "RECEIPT_DIFFERS"), codes(handled.notes()));
        assertEquals(codes(handled.notes()), codes(noted()));
    }

    @Test
    void a_recadv_may_say_the_lots_of_a_line_in_its_markings() {
        message(
                "9",
                "RFF AAK:D-1",
                "LIN 1  4012345000016:SRV;QTY 48:36;PCI 36E;QTY 48:12;GIN BX B1;PCI 36E;QTY 48:23;QVR 1 CP;GIN BX B2");
        assertEquals(List.of(), cases());

        HandledSet handled = message(
                "9",
                "RFF AAK:D-1",
                "LIN 1  4012345000016:SRV;QTY 48:35;PCI 36E;QTY 48:12;GIN BX B1;PCI 36E;QTY 48:23;QVR 1 CP;GIN BX B2");

        assertEquals(List.of("ADVICE_SHORT B2"), cases());
        assertEquals(List.of(), handled.unread());
    }

    @ParameterizedTest
    @CsvSource({
        "9, RFF DQ:D-9, LIN 1;QTY 48:1;GIN BX B1, SHIPMENT_UNKNOWN",
        "9, RFF ON:D-1, LIN 1;QTY 48:1;GIN BX B1, SHIPMENT_UNKNOWN",
        "7, RFF AAK:D-1, LIN 1;QTY 48:1;GIN BX B1, PURPOSE_UNKNOWN",
    })
    void a_recadv_that_cannot_be_noted_says_why(String function, String reference, String goods, String problem) {
        HandledSet handled = message(function, reference, goods);

        assertEquals(List.of(problem), codes(handled.problems()));
        assertEquals(List.of(), cases());
    }

    @Test
    void a_second_lot_and_a_line_below_another_one_of_a_recadv_are_not_lost() {
        assertEquals(
                List.of("GIN B2", "LIN 2"),
                message("9", "RFF AAK:D-1", "LIN 1;QTY 48:12;GIN BX B1+B2;LIN 2   1:1;QTY 48:5;GIN BX B3")
                        .unread()
                        .stream()
                        .map(part -> part.tag() + " " + part.text())
                        .toList());
    }

    @Test
    void a_second_quantity_of_a_recadv_is_not_lost_and_what_is_not_compared_is_named() {
        assertEquals(
                List.of("QTY 3"),
                message("9", "RFF AAK:D-1", "LIN 1;QTY 48:12;QTY 48:3;GIN BX B1").unread().stream()
                        .map(part -> part.tag() + " " + part.text())
                        .toList());
        assertEquals(
                List.of("these segments are not used: [DTM_36, QTY_21]"),
                message(
                                "9",
                                "RFF AAK:D-1",
                                "LIN 1;QTY 48:12;QTY 21:15;DTM 36:20270131:102;GIN BX B1",
                                "LIN 2;QTY 48:24;GIN BX B2")
                        .notes()
                        .stream()
                        .filter(note -> note.code().equals("NOT_USED"))
                        .map(Violation::message)
                        .toList());
    }

    private HandledSet message(String function, String reference, String... goods) {
        List<String> texts = new ArrayList<>(List.of(
                "BGM 632 R77 " + function,
                "DTM 137:20260303:102",
                "DTM 50:20260303:102",
                reference,
                "NAD BY M::92",
                "CPS 1"));
        for (String one : goods) {
            texts.addAll(List.of(one.split(";")));
        }
        List<List<String>> segments = texts.stream()
                .map(text -> List.of(text.replace(':', SetSegment.COMPONENT).split("[ +]", -1)))
                .toList();
        return database.unitOfWork().required(() -> new InboundReceivingMessages(
                        company.service(Ledger.class),
                        database.items(),
                        company.service(CaseOpening.class),
                        company.service(SentInterchanges.class))
                .handle(new InboundTransactionSet(
                        "RECADV",
                        "D:01B:UN",
                        Bakery.party(MARKET),
                        new InterchangeReference(
                                new EdiAddress("ZZ", "MARKET"), new EdiAddress("ZZ", "LOTTRACE"), "1", "", "1"),
                        X12.read(X12.write("RECADV", "", AdviceXml.of(segments)))
                                .get(0)
                                .segments())));
    }

    @Test
    void a_lot_that_did_not_leave_is_a_case_without_a_lot() {
        handle("00", "D-1", List.of("RCD 1 12 EA", "LIN 1 LT B9"));

        assertEquals(List.of("ADVICE_INCORRECT -"), cases());
    }

    @Test
    void the_same_advice_again_changes_nothing() {
        handle("00", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1"));
        handle("00", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1"));

        assertEquals(List.of("ADVICE_SHORT B1"), cases());
        assertEquals(1, noted().size());
    }

    @Test
    void an_advice_that_replaces_another_closes_its_cases() {
        handle("00", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1"));
        handle("05", "D-1", List.of("RCD 1 12 EA", "LIN 1 LT B1"));

        assertEquals(List.of(), cases());
    }

    @Test
    void an_advice_that_is_taken_back_closes_its_cases() {
        handle("00", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1"));
        HandledSet handled = handle("01", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1"));

        assertEquals(List.of("RECEIPT_CANCELLED"), codes(handled.notes()));
        assertEquals(List.of(), cases());
    }

    @Test
    void an_advice_of_a_shipment_that_nobody_knows_or_of_none_is_refused_and_told_what_to_send() {
        assertEquals(
                List.of("SHIPMENT_UNKNOWN"),
                codes(handle("00", "D-9", List.of()).problems()));
        HandledSet none = handle("00", "", List.of());
        assertEquals(List.of("SHIPMENT_UNKNOWN"), codes(none.problems()));
        assertTrue(none.problems().get(0).message().contains("REF with SI"));
    }

    @Test
    void a_shipment_to_somebody_else_is_none_of_this_customer() {
        assertEquals(
                List.of("SHIPMENT_UNKNOWN"),
                codes(handle(Bakery.MILL, "00", "D-1", List.of()).problems()));
    }

    @Test
    void a_unit_that_the_item_does_not_have_is_said_and_not_guessed() {
        HandledSet handled = handle("00", "D-1", List.of("RCD 1 3 KG", "LIN 1 LT B1"));

        assertEquals(List.of("RECEIPT_NOT_COMPARED", "NOT_COMPARED", "NOT_COMPARED"), codes(handled.notes()));
        assertTrue(handled.notes().get(1).message().contains("lot B1"), "the unit");
        assertTrue(handled.notes().get(2).message().contains("does not mention it"), "lot B2");
        assertEquals(List.of("RECEIPT_NOT_COMPARED"), codes(noted()));
        assertEquals(List.of(), cases());
    }

    @Test
    void a_unit_of_no_table_is_said() {
        HandledSet handled = handle("00", "D-1", List.of("RCD 1 3 ZZ", "LIN 1 LT B1", "RCD 2 24 EA", "LIN 2 LT B2"));

        assertEquals(List.of("RECEIPT_NOT_COMPARED", "NOT_COMPARED"), codes(handled.notes()));
        assertTrue(handled.notes().get(1).message().contains("3 ZZ"));
    }

    @Test
    void a_difference_that_the_replacement_repeats_stays_open() {
        handle("00", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1", "RCD 2 20 EA", "LIN 2 LT B2"));
        long first = openCases().get(0).number();
        handle("05", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1", "RCD 2 24 EA", "LIN 2 LT B2"));

        assertEquals(List.of("ADVICE_SHORT B1"), cases());
        assertEquals(first, openCases().get(0).number(), "the same case");
    }

    @Test
    void a_difference_that_was_taken_back_and_is_told_again_is_a_case_again() {
        handle("00", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1"));
        handle("01", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1"));
        handle("00", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1"));

        assertEquals(List.of("ADVICE_SHORT B1"), cases());
    }

    @Test
    void a_case_that_somebody_closed_is_not_opened_by_the_same_advice_again() {
        handle("00", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1"));
        company.service(CaseOpening.class).close(new EventId("ship1"), "ann", "credited");
        handle("00", "D-1", List.of("RCD 1 10 EA", "LIN 1 LT B1"));

        assertEquals(List.of(), cases());
    }

    @ParameterizedTest
    @CsvSource({
        "RCD 1 36 EA, LIN 1 IN BREAD, RECEIPT_CONFIRMED,    ''",
        "RCD 1 36 EA, LIN 1 VN BREAD, RECEIPT_CONFIRMED,    ''",
        "RCD 1 5 EA,  LIN 1 IN BREAD, RECEIPT_DIFFERS,      ADVICE_SHORT -",
        "RCD 1 5 EA,  LIN 1 VN FLOUR, RECEIPT_DIFFERS,      ADVICE_INCORRECT -",
        "RCD 1 5 EA,  LIN 1 IN 4711,  RECEIPT_NOT_COMPARED, ''",
    })
    void goods_without_a_lot_are_compared_by_their_item_or_said_not_to_be(
            String rcd, String lin, String outcome, String found) {
        HandledSet handled = handle("00", "D-1", List.of(rcd, lin));

        assertEquals(outcome, codes(handled.notes()).get(0));
        assertEquals(found, String.join(" ", cases()));
    }

    @Test
    void groups_of_one_condition_add_up() {
        handle("00", "D-1", List.of("RCD 1 12 EA - - 5 EA 04 3 EA 09", "LIN 1 LT B1"));

        assertTrue(openCases().get(0).message().contains("that 8 EA of lot B1"));
    }

    @Test
    void an_advice_of_several_shipments_is_refused_and_told_to_send_one_set_for_each() {
        HandledSet handled = handle(
                "00",
                "",
                List.of("RCD 1 12 EA", "LIN 1 LT B1", "REF SI D-1", "RCD 2 5 EA", "LIN 2 LT B7", "REF SI D+2"));

        assertEquals(List.of("SHIPMENTS_SEVERAL"), codes(handled.problems()));
        assertTrue(handled.problems().get(0).message().contains("D-1, D+2"));
        assertEquals(List.of(), cases());
    }

    @ParameterizedTest
    @CsvSource({"LT B1, NOT_COMPARED", "VN BREAD LT B1, ''"})
    void a_lot_number_of_two_items_is_that_of_the_item_in_lin(String lin, String noted) {
        Lot other = aLot("B1")
                .of(Bakery.FLOUR)
                .madeAt(Bakery.BERLIN)
                .expiring("2026-03-12")
                .build();
        AdviceComparison comparison = new AdviceComparison(
                anEvent("ship2", EventType.SHIP)
                        .of(DocumentType.SHIPMENT, "D-2")
                        .with(line(B1, "12 C62"))
                        .with(line(other, "24 KGM"))
                        .build(),
                database.items());

        List<AdviceComparison.Finding> findings = comparison.findings(CustomerAdvice.of(X12.read(X12.write(
                        "861",
                        "RC",
                        AdviceXml.of(List.of(
                                List.of("BRA", "R77", "20260303", "00", "2"),
                                List.of("DTM", "050", "20260303"),
                                List.of("RCD", "1", "12", "EA"),
                                List.of(("LIN 1 " + lin).split(" ")),
                                List.of("RCD", "2", "24", "KG"),
                                List.of("LIN", "2", "VN", "FLOUR", "LT", "B1")))))
                .get(0)
                .segments()));

        assertEquals(List.of(), findings);
        assertEquals(
                noted,
                String.join(
                        " ", codes(comparison.notCompared()).stream().distinct().toList()));
    }

    private HandledSet handle(String purpose, String shipment, List<String> lines) {
        return handle(MARKET, purpose, shipment, lines);
    }

    private HandledSet handle(PartyId from, String purpose, String shipment, List<String> lines) {
        InboundTransactionSet set = set(from, purpose, shipment, lines);
        return database.unitOfWork().required(() -> handler.handle(set));
    }

    private static InboundTransactionSet set(PartyId from, String purpose, String shipment, List<String> lines) {
        List<List<String>> segments = new ArrayList<>();
        segments.add(List.of("BRA", "R77", "20260303", purpose, "2"));
        if (!shipment.isEmpty()) {
            segments.add(List.of("REF", "SI", shipment));
        }
        segments.add(List.of("DTM", "050", "20260303"));
        lines.forEach(line -> segments.add(Stream.of(line.split(" ", -1))
                .map(element -> element.equals("-") ? "" : element)
                .toList()));
        return new InboundTransactionSet(
                "861",
                "004010",
                Bakery.party(from),
                new InterchangeReference(
                        new EdiAddress("ZZ", "MARKET"), new EdiAddress("ZZ", "LOTTRACE"), "1", "1", "0001"),
                X12.read(X12.write("861", "RC", AdviceXml.of(segments))).get(0).segments());
    }

    private List<ExceptionCase> openCases() {
        return company.service(ExceptionCases.class).ofEvent(new EventId("ship1")).stream()
                .filter(ExceptionCase::isOpen)
                .toList();
    }

    private List<String> cases() {
        return openCases().stream()
                .map(one -> one.code() + " "
                        + one.lot().map(lot -> lot.number().value()).orElse("-"))
                .toList();
    }

    private InterchangeRecord record() {
        return database.interchanges()
                .find(OutboundTransactionSet.logKey("856", "ship1"))
                .orElseThrow();
    }

    private List<Violation> noted() {
        return record().problems();
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream().map(Violation::code).toList();
    }

    private static EventLine line(Lot lot, String quantity) {
        return new EventLine(
                lot.key(),
                Position.at(Bakery.in(GATE)),
                Position.at(Place.party(MARKET)),
                quantity(quantity),
                quantity(quantity),
                Optional.empty());
    }
}
