package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.id.PartyId;
import org.lottrace.edi.x12.testing.X12;

/** Ship notices whose form is right by the schema, and of which something would be lost. */
class UnreadFactsTest {
    private static final List<String> HEAD = List.of("BSN*00*N-1*20260302*0910*0001", "HL*1**S", "DTM*011*20260302");
    private static final String ORDER = "HL*2*1*O;PRF*PO-1";
    private static final String ITEM_1 = "HL*5*3*I;LIN**VN*FL*LT*A17;SN1**40*EA";
    private static final String ITEM_2 = "HL*6*4*I;LIN**VN*FL*LT*B18;SN1**12*EA";

    @Test
    void items_behind_all_packs_belong_to_the_pack_they_name() {
        assertEquals(
                List.of(), unread("standard", ORDER, "HL*3*2*P;MAN*GM*340059990000000007", "HL*4*2*P", ITEM_1, ITEM_2));
        assertEquals(List.of(), unread("standard", ORDER, "HL*3*2*P", "HL*4*2*P", ITEM_2, ITEM_1));
    }

    @Test
    void levels_right_behind_their_parent_are_read_whatever_their_numbers() {
        assertEquals(List.of(), unread("standard", ORDER, "HL*4*2*P", ITEM_2, "HL*3*2*P", ITEM_1));
    }

    @ParameterizedTest
    @CsvSource({
        "standard, HL*3*2*P;SN1**52*EA, 8 SN1 0 52",
        "standard, HL*3*2*P;LIN**VN*FL*LT*P9, 8 LIN 5 P9",
        "standard, HL*3*2*P;REF*LT*P9, 8 REF 0 P9",
        "standard, HL*3*2*P;CLD*2*20;REF*LT*A17, 8 CLD 0 20",
    })
    void a_pack_above_an_item_states_no_quantity_and_no_lot_of_its_own(String mapping, String pack, String expected) {
        List<String> unread = new ArrayList<>(unread(mapping, ORDER, pack, ITEM_1));
        unread.sort(String::compareTo);

        assertEquals(Arrays.asList(expected.split(" \\| ")), unread);
    }

    @Test
    void a_pack_may_repeat_the_lot_of_all_that_is_in_it() {
        assertEquals(List.of(), unread("standard", ORDER, "HL*3*2*P;LIN**VN*FL*LT*A17", ITEM_1));
        assertEquals(
                List.of("8 LIN 5 A17"),
                unread("standard", ORDER, "HL*3*2*P;LIN**VN*FL*LT*A17", ITEM_1, "HL*4*3*I;LIN**VN*FL*LT*C;SN1**1*EA"));
    }

    @ParameterizedTest
    @CsvSource({
        "LIN**VN*FL*LT*A17*LT*B2;SN1**40*EA, 9 LIN 5 A17",
        "LIN**VN*FL*LT*A17*B8*S-4;SN1**40*EA, 9 LIN 7 S-4",
        "LIN**VN*FL*LT*A17;SN1**40*EA;REF*LT*B2, 11 REF 0 B2",
        "LIN**VN*FL*LT*A17;SN1**40*EA;REF*BT**B2, 11 REF 0 B2",
        "LIN**VN*FL*LT*A17;SN1**40*EA;REF*ZZ*1**LT>B2, 11 REF 0 B2",
        "LIN**VN*FL*LT*A17;SN1**40*EA;N1*MF*MILL;REF*LS*B2, 12 REF 0 B2",
        "LIN**VN*FL*LT*A17;SN1**40*EA;SDQ*EA*92*S1*30*S2*10, 11 SDQ 0 30 | 11 SDQ 0 10",
        "LIN**VN*FL*LT*A17;SN1**40*EA;SLN*1**I*12*EA****LT*B2, 11 SLN 0 12 | 11 SLN 0 B2",
    })
    void an_item_has_one_quantity_and_one_lot(String item, String expected) {
        assertEquals(Arrays.asList(expected.split(" \\| ")), unread("standard", ORDER, "HL*3*2*P", "HL*5*3*I;" + item));
    }

    @ParameterizedTest
    @CsvSource({
        "LIN**VN*FL*LT*A17;SN1**40*EA;REF*LT*A17",
        "LIN**VN*FL*LT*A17*LT*A17;SN1**40*EA",
        "LIN**VN*FL;SN1**40*EA",
        "LIN**VN*FL*LT*A17;SN1**40*EA;PO4*10*4*EA;MEA*PD*N*500*KG;REF*BM*1",
    })
    void the_same_lot_twice_and_what_is_neither_quantity_nor_lot_are_nothing_to_refuse(String item) {
        assertEquals(List.of(), unread("standard", ORDER, "HL*3*2*P", "HL*5*3*I;" + item));
    }

    @ParameterizedTest
    @CsvSource({
        "SN1**10*KG;PO4*4*50*KG, 11 PO4 0 200",
        "SN1**10*KG;PO4**22*LB, 11 PO4 0 22",
        "SN1**45*EA;PO4*10*4*EA, 11 PO4 0 40",
        "SN1**10*KG;MEA*WT*N*77*KG, 11 MEA 3 77",
        "SN1**10*KG;MEA*PD*N*22*LB, 11 MEA 3 22",
        "SN1**10*KG;MEA*WT**77*KG, 11 MEA 3 77",
        "SN1**40*EA;MEA*CT**41*EA, 11 MEA 3 41",
        "SN1**40*EA;MEA*CT**4*CA, 11 MEA 3 4",
        "SN1**10*KG;CTT*4*999, 11 CTT 2 999",
    })
    void what_is_said_of_the_quantity_a_second_time_agrees_with_it(String item, String expected) {
        assertEquals(List.of(expected), unread("standard", ORDER, "HL*3*2*P", "HL*5*3*I;LIN**VN*FL*LT*A17;" + item));
    }

    @ParameterizedTest
    @CsvSource({
        "SN1**200*KG;PO4*4*50*KG",
        "SN1**400*KG;PO4*4*50*KG",
        "SN1**10*CS;PO4**1*CA",
        "SN1**10*CA;PO4*12*16*OZ",
        "SN1**10*CA;PO4*12",
        "SN1**10*KG;MEA*WT*G*12*KG;MEA*WT*T*2*KG;MEA*PD*HT*1*MR",
        "SN1**10*KG;MEA*WT*N*10.0*KG",
        "SN1**10*CA;MEA*WT*N*77*KG",
        "SN1**40*EA;MEA*CT**40*PC",
        "SN1**1.25*KG;CTT*4*1.25",
        "SN1**1.25*KG;CTT*4*125",
    })
    void what_agrees_and_what_describes_a_pack_or_its_gross_weight_is_nothing_to_refuse(String item) {
        assertEquals(List.of(), unread("standard", ORDER, "HL*3*2*P", "HL*5*3*I;LIN**VN*FL*LT*A17;" + item));
    }

    @Test
    void a_count_where_nothing_is_shipped_would_be_lost() {
        assertEquals(List.of("8 MEA 3 40"), unread("standard", ORDER, "HL*3*2*P;MEA*CT**40*EA", ITEM_1));
        assertEquals(List.of(), unread("standard", ORDER, "HL*3*2*P;PO4*1*50*KG;MEA*WT*N*50*KG", ITEM_1));
    }

    @Test
    void the_hash_total_counts_batches_with_or_without_the_level_above_them() {
        String batches = "HL*6*5*ZZ;LIN**LT*B1;SN1**30*EA;HL*7*5*ZZ;LIN**LT*B2;SN1**10*EA";
        String item = "HL*5*3*I;LIN**VN*FL;SN1**40*EA";

        assertEquals(List.of(), unread("standard", ORDER, "HL*3*2*P", item, batches, "CTT*6*40"));
        assertEquals(List.of(), unread("standard", ORDER, "HL*3*2*P", item, batches, "CTT*6*80"));
        assertEquals(List.of("17 CTT 2 70"), unread("standard", ORDER, "HL*3*2*P", item, batches, "CTT*6*70"));
    }

    @Test
    void a_quantity_above_batches_is_read_by_comparing_it_with_their_sum() {
        String batches = "HL*6*5*ZZ;LIN**LT*B1;SN1**30*EA;HL*7*5*ZZ;LIN**LT*B2;SN1**10*EA";

        assertEquals(List.of(), unread("standard", ORDER, "HL*3*2*P", "HL*5*3*I;LIN**VN*FL;SN1**40*EA", batches));
        assertEquals(
                List.of("10 SN1 0 4"), unread("standard", ORDER, "HL*3*2*P", "HL*5*3*I;LIN**VN*FL;SN1**4*CA", batches));
    }

    @Test
    void what_the_binding_of_the_partner_does_not_read_is_said() throws IOException {
        X12.Received set = X12.read(Files.readAllBytes(X12.MAPPINGS.resolve("samples/nordhefe-lot-in-ref.edi")))
                .get(0);

        assertEquals(List.of("14 REF 0 N26-061", "15 DTM 2 20260901"), unread("standard", set));
        assertEquals(List.of(), unread("lot-in-ref", set));
    }

    private static List<String> unread(String mapping, String... levels) {
        List<String> segments = new ArrayList<>(HEAD);
        for (String level : levels) {
            segments.addAll(List.of(level.split(";")));
        }
        return unread(mapping, X12.read(file(segments)).get(0));
    }

    private static List<String> unread(String mapping, X12.Received set) {
        ReadFacts read = MessageReader.read(
                        new PartnerFolder(X12.MAPPINGS).binding(mapping).read(SetLevels.of(set.segments())),
                        new PartyId("ACME"))
                .read();
        return UnreadFacts.of(StatedFacts.of(SetLevels.of(set.segments())), read).stream()
                .map(UnreadFactsTest::text)
                .toList();
    }

    private static String text(UnreadPart part) {
        return part.segment() + " " + part.tag() + " " + part.element() + " " + part.text();
    }

    private static byte[] file(List<String> segments) {
        String isa = "ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*"
                + "000000001*0*P*>~";
        return String.join(
                        "~\n",
                        isa.substring(0, isa.length() - 1),
                        "GS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010",
                        "ST*856*0001",
                        String.join("~\n", segments),
                        "SE*" + (segments.size() + 2) + "*0001",
                        "GE*1*1",
                        "IEA*1*000000001~")
                .getBytes(StandardCharsets.UTF_8);
    }
}
