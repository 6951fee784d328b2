package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.x12.testing.X12;

/** What a DESADV says and what would be lost of it; segments stand between semicolons. */
class DespatchAdviceTest {
    private static final String MAPPING = "eancom-retail";
    private static final PartnerFolder PARTNERS = new PartnerFolder(X12.MAPPINGS);
    private static final String HEAD =
            "BGM+351+N-1+9;DTM+137:20260302:102;DTM+11:20260302:102;RFF+ON:PO-1;NAD+DP+4012345000016::9;CPS+1;";
    private static final String ITEM = "LIN+1++4012345000016:SRV;";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PIA+1+L1:NB;QTY+12:5;QTY+12:6 | 10 QTY 5",
                "PIA+1+L1:NB+L2:NB;QTY+12:5 | 9 PIA L1",
                "PIA+1+L1:NB;QTY+12:5;RFF+BT:L2 | 11 RFF L2",
                "PIA+1+L1:NB;QTY+12:5;RFF+LT:L2 | 11 RFF L2",
                "PIA+1+L1:NB;QTY+12:5;GIN+BX+L2 | 11 GIN L2",
                "PIA+1+L1:NB;QTY+12:5;GIR+3+L2:BX | 11 GIR L2",
                "QTY+12:5;PCI+36E;GIN+BX+L1+L2 | 11 GIN L2",
                "QTY+12:5;PCI+36E;GIN+BX+L1:L9 | 11 GIN L9",
                "QTY+12:5;PCI+36E;GIN+BX+L1;PCI+36E;GIN+BX+L2 | 11 GIN L1",
                "PIA+1+L1:NB;QTY+12:5;DTM+36:20270101:102;DTM+361:20261231:102 | 12 DTM 20261231",
                "PIA+1+L1:NB;MEA+PD+AAC+KGM:6;QTY+12:5:KGM | 10 MEA 6",
                "PIA+1+L1:NB;QTY+12:5;CNT+1:6 | 11 CNT 6",
                "PIA+1+L1:NB;QTY+12:5;GIN+BJ+340123450000000017 | 11 GIN 340123450000000017",
            })
    void what_would_be_lost_refuses_the_message(String item, String expected) {
        assertEquals(List.of(expected), unread(HEAD + ITEM + item));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PIA+1+L1:NB;QTY+12:5;RFF+BT:L1",
                "PIA+1+L1:NB;QTY+21:9;QTY+12:5;QTY+59:12",
                "PIA+1+L1:NB;MEA+PD+AAC+KGM:5,0;MEA+PD+AAB+KGM:7;QTY+12:5:KGM",
                "PIA+1+L1:NB;QTY+12:2,5;CNT+1:2,5",
                "QTY+12:5;PCI+36E;QTY+11:2;GIN+BX+L1;PCI+36E;QTY+11:3;GIN+BX+L2;CNT+1:5",
                "QTY+12:5:PCE;PCI+36E;QTY+11:2;GIN+BX+L1;PCI+36E;QTY+12:3;GIN+BX+L2",
                "PIA+1+L1:NB;QTY+12:5;DTM+36:20270101:102;DTM+361:20270101:102",
                "PIA+1+L1:NB;QTY+12:5;LOC+7+SHELF;QTY+12:2",
            })
    void what_agrees_and_what_is_no_fact_of_the_line_is_nothing_to_refuse(String item) {
        assertEquals(List.of(), unread(HEAD + ITEM + item));
        assertEquals(List.of(), reading(HEAD + ITEM + item).problems());
    }

    @Test
    void batches_must_sum_up_to_the_quantity_of_their_line() {
        Reading reading = reading(HEAD + ITEM + "QTY+12:5;PCI+36E;QTY+11:2;GIN+BX+L1;PCI+36E;QTY+11:2;GIN+BX+L2");

        assertEquals(List.of("BATCH_SUM_DIFFERS LIN 1 / QTY 12"), problems(reading));
    }

    @Test
    void a_line_below_another_one_is_a_part_of_it() {
        ShipNotice notice =
                notice(HEAD + ITEM + "QTY+12:5;LIN+2+++1:1;PIA+1+L1:NB;QTY+12:2;LIN+3+++1:1;PIA+1+L2:NB;QTY+12:3");

        assertEquals(List.of("2 L1", "3 L2"), lots(notice));
    }

    @Test
    void the_lot_of_a_line_is_never_that_of_the_package_around_it() {
        String packages = "PAC+1++201;PCI+36E;GIN+BX+L1;";

        assertEquals(List.of("10 GIN L1"), unread(HEAD + packages + ITEM + "PIA+1+L2:NB;QTY+12:5"));
        assertEquals(List.of(), unread(HEAD + packages + ITEM + "PIA+1+L1:NB;QTY+12:5"));
    }

    @Test
    void a_package_with_several_labels_cannot_say_which_one_holds_the_goods() {
        assertEquals(
                List.of("10 GIN 340123450000000024"),
                unread(HEAD + "PAC+2++201;PCI+33E;GIN+BJ+340123450000000017+340123450000000024;" + ITEM
                        + "PIA+1+L1:NB;QTY+12:5"));
    }

    @Test
    void one_label_stands_on_one_package() {
        String label = "PAC+1++201;PCI+33E;GIN+BJ+340123450000000017;" + ITEM + "PIA+1+L1:NB;QTY+12:5;";

        assertEquals(
                List.of("SSCC_REPEATED CPS 2 / GIN"),
                problems(reading(HEAD + label + "CPS+2+1;" + label.replace("LIN+1", "LIN+2"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTM+137:20260302:102; | DATE_MISSING DTM 137",
                "DTM+11:20260302:102; | SHIP_DATE_MISSING DTM 11",
                "BGM+351+N-1+9 -> BGM+351+N-1+31 | PURPOSE_NOT_SUPPORTED BGM03",
                "BGM+351 -> BGM+35E | DOCUMENT_NOT_SUPPORTED BGM01",
                "4012345000016::9 -> 4012345000017::9 | GLN_INVALID NAD DP",
                "QTY+12:5 -> QTY+12:5:XXX | UNIT_UNKNOWN LIN 1 / QTY 12",
                "QTY+12:5 -> QTY+21:5 | QUANTITY_MISSING LIN 1 / QTY 12",
                "QTY+12:5 -> QTY+12:X | QUANTITY_INVALID LIN 1 / QTY 12",
                "QTY+12:5 -> QTY+12:5;DTM+36:2026W09:616 | DATE_INVALID LIN 1 / expiry",
                "QTY+12:5 -> QTY+12:5;DTM+36:201012:610 | DATE_INVALID LIN 1 / expiry",
                "QTY+12:5 -> QTY+12:5;DTM+36:270131:102 | DATE_INVALID LIN 1 / expiry",
                "4012345000016:SRV -> 4012345000017:SRV | GTIN_INVALID LIN 1 / LIN",
                "RFF+ON:PO-1; -> RFF+ON:PO-1;RFF+ON:PO-2; | STATED_TWICE 6 / RFF",
                "PIA+1+L1:NB -> PIA+1+L1:NB+A:SA+B:SA | STATED_TWICE 9 / PIA",
                "PIA+1+L1:NB -> PIA+1+L1:NB+A:IN;PIA+5+B:IN | STATED_TWICE 10 / PIA",
                "NAD+DP+4012345000016::9 -> NAD+DP+4012345000016::9;NAD+DP+4012345000115::9 | STATED_TWICE 7 / NAD",
                "LIN+1+ -> LIN+1+2 | LINE_NOT_SHIPPED LIN 1 / LIN",
            })
    void what_keeps_it_from_being_a_notice_is_said(String change, String expected) {
        String[] words = change.split(" -> ");
        String message = (HEAD + ITEM + "PIA+1+L1:NB;QTY+12:5").replace(words[0], words.length > 1 ? words[1] : "");

        assertEquals(List.of(expected), problems(reading(message)));
    }

    @Test
    void several_orders_of_the_message_do_not_matter_where_each_line_names_its_own() {
        assertEquals(
                "PO-2",
                notice((HEAD + ITEM + "PIA+1+L1:NB;QTY+12:5;RFF+ON:PO-2:3")
                                .replace("RFF+ON:PO-1;", "RFF+ON:PO-1;RFF+ON:PO-2;"))
                        .lines()
                        .get(0)
                        .purchaseOrder());
    }

    @ParameterizedTest
    @CsvSource({"270131:101", "20270131:102", "202701312200:203", "2701312200:201", "20270131:"})
    void a_date_is_read_in_every_form_that_names_a_day(String date) {
        assertEquals(
                "Optional[2027-01-31]",
                notice(HEAD + ITEM + "PIA+1+L1:NB;QTY+12:5;DTM+36:" + date)
                        .lines()
                        .get(0)
                        .expiry()
                        .toString());
    }

    @Test
    void everything_that_is_not_read_is_named() {
        assertEquals(
                List.of("the binding does not read: ITEM/IMD, ITEM/PIA_ZZ, ITEM/QTY_21, ITEM/RFF_AAJ,"
                        + " ITEM_PLACE/LOC, ITEM_PLACE/QTY_12, PACK/FTX"),
                notUsed(HEAD + "FTX+AAI+++HELLO;PAC+1++201;" + ITEM
                        + "PIA+1+L1:NB+X9:ZZ;IMD+F++:::FLOUR;QTY+12:5;QTY+21:6;ALI+DE;RFF+AAJ:7;LOC+7+SHELF;QTY+12:2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QTY+12:5;DTM+94:20260101:102;PCI+36E;QTY+11:2;GIN+BX+L1;PCI+36E;QTY+11:3;GIN+BX+L2 | ITEM/DTM_94",
                "QTY+12:5;DTM+94:20260101:102;PCI+36E;DTM+94:20260101:102;QTY+11:5;GIN+BX+L1 | ''",
                "QTY+12:5;DTM+94:20260101:102;PCI+36E;DTM+94:20260102:102;QTY+11:5;GIN+BX+L1 | ITEM/DTM_94",
                "QTY+12:5;DTM+94:20260101:102;PCI+36E;GIN+BX+L1 | ''",
                "QTY+12:5;LIN+2++4012345000023:SRV+1:1;PIA+1+L1:NB;QTY+12:5 | ITEM/LIN_SRV",
                "PIA+5+X-1:SA;QTY+12:5;LIN+2++4012345000023:SRV+1:1;PIA+1+L1:NB;QTY+12:5 | ITEM/LIN_SRV, ITEM/PIA_SA",
                "QTY+12:5;LIN+2++4012345000016:SRV+1:1;PIA+1+L1:NB;QTY+12:5 | ''",
                "QTY+12:5;LIN+2+++1:1;PIA+1+L1:NB;QTY+12:5 | ''",
            })
    void dates_and_numbers_above_the_lines_are_named_unless_they_are_those_of_the_lines(String item, String names) {
        List<String> expected = names.isEmpty() ? List.of() : List.of("the binding does not read: " + names);

        assertEquals(expected, notUsed(HEAD + ITEM + item));
    }

    private static List<String> notUsed(String message) {
        SetLevels levels = SetLevels.of(segments(message));
        return NotUsed.of(
                        levels,
                        PARTNERS.binding(MAPPING, InboundDespatchAdvices.CODE).paths(),
                        PARTNERS.switches(MAPPING, InboundDespatchAdvices.CODE),
                        Optional.empty())
                .stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void a_component_behind_empty_ones_keeps_its_place() {
        assertEquals(
                "FLOUR",
                segments(HEAD + ITEM + "PIA+1+L1:NB;IMD+F++:::FLOUR;QTY+12:5")
                        .get(9)
                        .component(3, 4));
    }

    private static List<String> unread(String message) {
        Reading reading = reading(message);
        return UnreadFacts.of(
                        StatedFacts.of(SetLevels.of(segments(message))),
                        reading.read(),
                        PARTNERS.switches(MAPPING, InboundDespatchAdvices.CODE))
                .refused()
                .stream()
                .map(DespatchAdviceTest::text)
                .toList();
    }

    private static String text(UnreadPart part) {
        assertTrue(part.element() > 0, part.toString());
        return part.segment() + " " + part.tag() + " " + part.text();
    }

    private static ShipNotice notice(String message) {
        Reading reading = reading(message);
        assertEquals(List.of(), problems(reading));
        return reading.notice().orElseThrow();
    }

    private static List<String> lots(ShipNotice notice) {
        return notice.lines().stream()
                .map(line -> line.quantity().amount().toPlainString() + " " + line.lotNumber())
                .toList();
    }

    private static List<String> problems(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.code() + " " + problem.path())
                .toList();
    }

    private static Reading reading(String message) {
        SetLevels levels = SetLevels.of(segments(message));
        Binding binding = PARTNERS.binding(MAPPING, InboundDespatchAdvices.CODE);
        return MessageReader.read(
                        binding.read(levels),
                        levels,
                        PARTNERS.switches(MAPPING, InboundDespatchAdvices.CODE),
                        new PartyId("RETAIL"))
                .with(ReadTwice.check(
                        levels, binding.paths(), PARTNERS.switches(MAPPING, InboundDespatchAdvices.CODE)));
    }

    private static List<SetSegment> segments(String message) {
        List<String> segments = new ArrayList<>(Arrays.asList(message.split(";")));
        String text = "UNB+UNOC:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+1'UNH+1+DESADV:D:01B:UN:EAN007'"
                + String.join("'", segments) + "'UNT+" + (segments.size() + 2) + "+1'UNZ+1+1'";
        return X12.read(text.getBytes(StandardCharsets.ISO_8859_1)).get(0).segments();
    }
}
