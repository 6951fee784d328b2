package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.WeightUnits;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.testing.X12;

/** What a notice says beside its fields is kept with the shipment or with its lines; what is not kept is named. */
class KeyDataTest {
    private static final String ORDER = "HL*2*1*O;PRF*PO-1;";
    private static final String LEAF = "LIN*1*UK*14005999001017*LT*L1;SN1**40*CA;";

    private static final List<String> ORDER_OF_TAGS =
            List.of("HL", "LIN", "SN1", "PRF", "PO4", "MEA", "TD1", "TD5", "TD3", "REF", "MAN", "DTM", "N1", "YNQ");

    @Test
    void what_is_said_of_the_shipment_is_kept_with_the_notice() {
        ShipNotice notice = notice(
                "TD1*CTN25*60****G*1000*LB;TD5*B*2*SCAC**FAST FREIGHT;TD3*TL*ABCD*07213567******SEAL9;REF*CN*PRO-1;"
                        + "REF*SN*S-2;REF*IV*8876;MEA*PD*N*400*KG;YNQ**Y***SELLER HAS COMPLIED***99*TS;",
                ORDER + "HL*3*2*I;" + LEAF);

        assertEquals(
                List.of(
                        "netWeight 400 KGM",
                        "packages 60 C62",
                        "grossWeight 453.59237 KGM",
                        "routing FAST FREIGHT",
                        "vehicle VEHICLE ABCD 07213567",
                        "seal SEAL9",
                        "carrierReference PRO-1",
                        "seal S-2",
                        "referenceRecord IV 8876",
                        "statement Y SELLER HAS COMPLIED (99 TS)"),
                texts(notice.keyData()));
        assertEquals(List.of(), texts(notice.lines().get(0).keyData()));
        assertEquals("SCAC", notice.carrier());
    }

    @Test
    void what_is_said_of_lot_and_goods_is_kept_with_the_line() {
        ShipNotice notice = notice(
                "",
                ORDER + "HL*3*2*I;LIN*1*N4*12345678901*LT*RX-9*CH*IE*SN*S1;SN1**40*CA;PO4*1*40*CA***2*KG;MEA*WT*G*9*OZ;"
                        + "REF*SE*S2;DTM*036*20271130;YNQ**N***NOT SUSPECT;");

        assertEquals(
                List.of(
                        "ndc 12345678901",
                        "countryOfOrigin IE",
                        "serial S1",
                        "unitGrossWeight 2 KGM",
                        "grossWeight 0.255146 KGM",
                        "serial S2",
                        "statement N NOT SUSPECT"),
                texts(notice.lines().get(0).keyData()));
        assertEquals(List.of(), texts(notice.keyData()));
    }

    @Test
    void a_line_has_what_the_levels_above_say_and_the_nearest_counts_for_its_lot() {
        ShipNotice notice = notice(
                "N1*SE*THE SELLER*UL*4005999000013;",
                ORDER
                        + "HL*3*2*T;MAN*GM*340059990000001011;MEA*WT*G*500*KG;REF*SN*T-1;"
                        + "HL*4*3*P;MAN*GM*340059990000001028;LIN**CH*US;MEA*WT*G*20*KG;"
                        + "HL*5*4*I;" + LEAF
                        + "HL*6*4*I;LIN*2*UK*14005999001017*LT*L2*CH*MX;SN1**2*CA;REF*SN*I-1;"
                        + "HL*7*3*I;LIN*3*UK*14005999001017*LT*L3;SN1**1*CA;");

        assertEquals(
                List.of(
                        List.of("countryOfOrigin US", "unitGrossWeight 20 KGM", "seal T-1"),
                        List.of("countryOfOrigin MX", "seal I-1", "unitGrossWeight 20 KGM", "seal T-1"),
                        List.of("unitGrossWeight 500 KGM", "seal T-1")),
                notice.lines().stream().map(line -> texts(line.keyData())).toList());
        assertEquals(List.of("namedParty SE THE SELLER, GLN 4005999000013"), texts(notice.keyData()));
    }

    @Test
    void origin_said_for_the_whole_shipment_is_that_of_every_line() {
        ShipNotice notice = notice("LIN**CH*CA;", ORDER + "HL*3*2*I;" + LEAF);

        assertEquals(List.of(), texts(notice.keyData()));
        assertEquals(List.of("countryOfOrigin CA"), texts(notice.lines().get(0).keyData()));
    }

    @Test
    void the_partner_says_which_party_is_the_source_and_what_its_dates_are() {
        Properties agreed = new Properties();
        agreed.setProperty(
                "key.data",
                "harvestDate=DTM_510, packagingDate=DTM_511 harvestLocation=N1_ZW traceabilityLotCodeSourceReference=N1"
                        + " grade=REF_GR");
        String levels = ORDER + "N1*BY*BUYER;HL*3*2*I;" + LEAF
                + "DTM*510*20260301;DTM*511*20260302;REF*GR*EXTRA;N1*ZW*EAST FIELD 4;"
                + "N1*SU*MILL 4*UL*4005999000013;N3*1 MILL ROAD;N4*TRENTON*NJ*08601*US;PER*IC*DESK*TE*5551234;";

        ShipNotice notice =
                read(PartnerSwitches.of(agreed), "", levels).notice().orElseThrow();

        assertEquals(
                List.of(
                        "grade EXTRA",
                        "harvestDate 2026-03-01",
                        "harvestLocation EAST FIELD 4",
                        "namedParty BY BUYER",
                        "packagingDate 2026-03-02",
                        "traceabilityLotCodeSourceReference EAST FIELD 4",
                        "traceabilityLotCodeSourceReference MILL 4, GLN 4005999000013, 1 MILL ROAD, TRENTON NJ 08601 US,"
                                + " DESK TE 5551234"),
                sorted(texts(notice.lines().get(0).keyData())));
        assertEquals(List.of(), notUsed(PartnerSwitches.of(agreed), "", levels));
    }

    @Test
    void nothing_is_agreed_with_most_partners_about_dates_and_places() {
        String levels = ORDER + "HL*3*2*I;" + LEAF + "DTM*510*20260301;N1*ZW*EAST FIELD 4;";

        assertEquals(
                List.of("namedParty ZW EAST FIELD 4"),
                texts(notice("", levels).lines().get(0).keyData()));
        assertEquals(List.of("the binding does not read: ITEM/DTM_510"), notUsed(PartnerSwitches.NONE, "", levels));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TD1*CTN25*60****G*1000*LB;REF*CN*1;TD5*B*2*SCAC**WAY;TD3*TL**1 | '' | ''",
                "REF*IA*77;REF*MR*1;REF*IA*78 | '' | SHIPMENT/REF_IA 2 times, SHIPMENT/REF_MR",
                "TD1*CTN25*60****B*1000*LB;MEA*PD*HT*3*IN | '' | SHIPMENT/MEA, SHIPMENT/TD107",
                "TD1*CTN25*60****G*1000*CF | '' | SHIPMENT/TD107",
                "'' | TD1*CTN25*6****G*10*LB;TD5*B*2*SCAC | ORDER/TD102, ORDER/TD107, ORDER/TD503",
                "'' | REF*SE*S1 | ORDER/REF_SE",
                "'' | MEA*WT*G*9*KG;YNQ**Y***OK;REF*CN*1 | ORDER/MEA",
                "LIN**CH*US | LIN**CH*MX | SHIPMENT/LIN_CH",
            })
    void what_is_in_no_field_is_named(String shipment, String order, String names) {
        String ofOrder = ORDER + (order.isBlank() ? "" : order.strip() + ";");
        List<String> expected = names.isBlank() ? List.of() : List.of("the binding does not read: " + names.strip());

        assertEquals(
                expected,
                notUsed(
                        PartnerSwitches.NONE,
                        shipment.isBlank() ? "" : shipment.strip() + ";",
                        ofOrder + "HL*3*2*I;" + LEAF));
    }

    /** A small file would be a very large notice. */
    @Test
    void references_that_many_lines_would_have_are_refused_with_what_to_do() {
        String references = IntStream.range(0, 1500)
                .mapToObj(number -> "REF*IV*" + number + ";")
                .collect(Collectors.joining());
        String lines = IntStream.range(0, 700)
                .mapToObj(number -> "HL*" + (number + 3) + "*2*I;LIN*" + number + "*UK*14005999001017*LT*L" + number
                        + ";SN1**1*CA;")
                .collect(Collectors.joining());

        MessageReader.Reading reading = read(PartnerSwitches.NONE, "", ORDER + references + lines);

        assertEquals(
                List.of("KEY_DATA_TOO_LONG"),
                reading.problems().stream().map(Violation::code).toList());
        assertEquals("HL 669 / SN1", reading.problems().get(0).path().toString());
    }

    @Test
    void what_is_no_value_of_its_element_is_not_kept() {
        KeyDataRules rules = KeyDataRules.of(List.of("harvestDate=DTM_510"));

        assertEquals(List.of(), rules.read("DTM", "510", "20261399"));
        assertEquals(List.of(), rules.read("REF", "SE", "S".repeat(201)));
        assertEquals(List.of("harvestDate 2026-12-31"), texts(rules.read("DTM", "510", "20261231")));
    }

    @Test
    void separators_of_components_alone_say_nothing_and_between_words_they_are_blanks() {
        String none = String.valueOf(SetSegment.COMPONENT);

        assertEquals(List.of(), KeyDataRules.NONE.read("REF", "CN", none));
        assertEquals(List.of("carrierReference A B"), texts(KeyDataRules.NONE.read("REF", "CN", "A" + none + "B")));
        assertEquals("", PartyWords.of(List.of(segment("N1", "SU", none, "92", none))));
        List<KeyDatum> read = new ArrayList<>();
        for (SetSegment odd : List.of(
                segment("TD3", "TL", none, none, "", "", "", "", "", none),
                segment("TD5", "B", "2", "X", "", none),
                segment("YNQ", "", none, "", "", none),
                segment("LIN", "", "CH", none, "N4", none))) {
            SetLevels.Node node = new SetLevels.Node("1", "", "S", List.of(odd), List.of(odd), List.of());
            KeyDataReading.of(node, PartnerSwitches.NONE, false, new RepeatedParties())
                    .forEach(said -> read.add(said.datum()));
        }
        assertEquals(List.of(), read);
    }

    private static SetSegment segment(String... elements) {
        return new SetSegment(1, "SHIPMENT", false, List.of(elements));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harvestDate",
                "harvestDate=DTM",
                "harvestDate=N1_ZW",
                "harvestDate=REF_ZZ",
                "grade=DTM_510",
                "netWeight=REF_NW",
                "finding=REF_XX",
                "nothing=REF_XX"
            })
    void a_setting_that_cannot_be_is_refused_with_what_can(String word) {
        assertThrows(IllegalArgumentException.class, () -> KeyDataRules.of(List.of(word)));
    }

    @ParameterizedTest
    @CsvSource({
        "1,            LB, 0.453592 KGM",
        "0.1773127753, LB, 0.080428 KGM",
        "2,            TN, 1814.36948 KGM",
        "500,          GR, 0.5 KGM",
        "3,            MP, 3000 KGM",
        "3,            CF, ''",
        "-3,           KG, ''",
        "three,        KG, ''",
        "999999999999999, MP, ''"
    })
    void weights_are_kept_in_kilograms(String amount, String unit, String kilograms) {
        assertEquals(
                kilograms,
                WeightUnits.kilograms(amount, unit).map(Object::toString).orElse(""));
    }

    @Test
    void a_despatch_advice_says_it_in_its_own_segments() {
        PartnerSwitches partner = PartnerSwitches.ofEdifact(new Properties());
        SetLevels levels = SetLevels.of(despatch("BGM+351+LS-1+9;DTM+137:20260302:102;DTM+11:20260302:102;"
                + "NAD+SE+4005999000013::9++THE SELLER+1 ROAD+TOWN++12345+DE;NAD+DP+4012345000016::9;RFF+CN:PRO-1;"
                + "EQD+TE+TRAILER 7;SEL+SEAL-9;CPS+1;PAC+1;MEA+PD+AAB+KGM:500;"
                + "LIN+1++4012345000016:SRV;MEA+AAE+AAC+LBR:10;QTY+12:5:PCE;ALI+FR;GIN+BN+S1+S2;GIN+BX+L1"));
        PartnerFolder partners = new PartnerFolder(X12.MAPPINGS);
        ShipNotice notice = MessageReader.read(
                        partners.binding("eancom-retail", "DESADV").read(levels, partner),
                        levels,
                        partner,
                        new PartyId("RETAIL"))
                .notice()
                .orElseThrow();

        assertEquals(
                List.of(
                        "carrierReference PRO-1",
                        "namedParty SE THE SELLER, GLN 4005999000013, 1 ROAD, TOWN 12345 DE",
                        "seal SEAL-9",
                        "vehicle VEHICLE TRAILER 7"),
                sorted(texts(notice.keyData())));
        assertEquals(
                List.of(
                        "countryOfOrigin FR",
                        "netWeight 4.535924 KGM",
                        "serial S1",
                        "serial S2",
                        "unitGrossWeight 500 KGM"),
                sorted(texts(notice.lines().get(0).keyData())));
        assertEquals(
                List.of(),
                NotUsed.of(
                        levels,
                        partners.binding("eancom-retail", "DESADV").paths(),
                        partner,
                        Optional.of(notice.shipDate())));
    }

    private static List<SetSegment> despatch(String message) {
        List<String> segments = new ArrayList<>(Arrays.asList(message.split(";")));
        String text = "UNB+UNOC:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+1'UNH+1+DESADV:D:01B:UN:EAN007'"
                + String.join("'", segments) + "'UNT+" + (segments.size() + 2) + "+1'UNZ+1+1'";
        return X12.read(text.getBytes(StandardCharsets.ISO_8859_1)).get(0).segments();
    }

    private static ShipNotice notice(String shipment, String levels) {
        MessageReader.Reading reading = read(PartnerSwitches.NONE, shipment, levels);
        assertEquals(List.of(), reading.problems());
        return reading.notice().orElseThrow();
    }

    private static MessageReader.Reading read(PartnerSwitches partner, String shipment, String levels) {
        SetLevels set = set(shipment, levels);
        Binding binding = new PartnerFolder(X12.MAPPINGS).binding("standard");
        return MessageReader.read(binding.read(set, partner), set, partner, new PartyId("ACME"));
    }

    private static List<String> notUsed(PartnerSwitches partner, String shipment, String levels) {
        SetLevels set = set(shipment, levels);
        Binding binding = new PartnerFolder(X12.MAPPINGS).binding("standard");
        return NotUsed.of(
                        set,
                        binding.paths(),
                        partner,
                        read(partner, shipment, levels).notice().map(ShipNotice::shipDate))
                .stream()
                .map(Violation::message)
                .toList();
    }

    /** The segments of each level stand in the order of the standard, however the test writes them. */
    private static SetLevels set(String shipment, String levels) {
        String all = "HL*1**S;" + shipment + "DTM*011*20260302;N1*ST*PLANT*UL*4260000010003;" + levels;
        List<String> segments = new ArrayList<>(List.of("BSN*00*N-1*20260302*0910*0001"));
        for (String level : all.split("(?=HL\\*)")) {
            Arrays.stream(level.split(";"))
                    .sorted(Comparator.comparing(KeyDataTest::order))
                    .forEach(segments::add);
        }
        String text =
                "ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*000000001*0*P*>~"
                        + "GS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010~ST*856*0001~" + String.join("~", segments)
                        + "~SE*" + (segments.size() + 2) + "*0001~GE*1*1~IEA*1*000000001~";
        return SetLevels.of(
                X12.read(text.getBytes(StandardCharsets.ISO_8859_1)).get(0).segments());
    }

    /** A party with its address and telephone stands behind the dates. */
    private static int order(String segment) {
        String tag = segment.substring(0, segment.indexOf('*'));
        return ORDER_OF_TAGS.indexOf(tag.startsWith("N") || tag.equals("PER") ? "N1" : tag);
    }

    private static List<String> texts(List<KeyDatum> data) {
        return data.stream()
                .map(datum -> datum.name() + " " + datum.value().text())
                .toList();
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().collect(Collectors.toList());
    }
}
