package org.lottrace.label.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import com.google.zxing.BarcodeFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.label.LabelFormat;
import org.lottrace.api.label.LabelKind;
import org.lottrace.api.label.LabelRequest;
import org.lottrace.api.label.Labels;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.label.internal.paper.Letters;
import org.lottrace.label.internal.paper.Sheet;
import org.lottrace.persistence.testing.TestDatabase;

class LabelsIT {
    private static final Sscc UNIT = new Sscc("340123450000000017");
    private static final String NUMBER = "10B(2)>_";
    private static final String LOT = "01040123450000161126030217260312" + "10B(2)>_";
    private static final String CASE = "010401234500001611260302172603123103012500" + "10B(2)>_";
    private static final String CONTENT = "02040123450000163724\u001d10B(2)>_";
    private static final String PALLET =
            "00340123450000000017020401234500001611260302172603123103012500" + "3724\u001d10B(2)>_";

    private TestCompany company = TestCompany.on(TestDatabase.h2().withBakery());

    @AfterEach
    void end() {
        company.close();
    }

    private Labels labels(Map<String, Object> templates) {
        company.configured("org.lottrace.label", templates);
        LotMaster lots = company.service(LotMaster.class);
        lots.register(aLot("B(2)>_")
                .of(BREAD)
                .madeAt(BERLIN)
                .producedOn("2026-03-02")
                .expiring("2026-03-12")
                .build());
        lots.register(aLot("L1").expiring("2026-12-31").build());
        return company.service(Labels.class);
    }

    private static LabelRequest request(LabelKind kind, LabelFormat format) {
        boolean isPallet = kind == LabelKind.PALLET;
        return new LabelRequest(
                kind,
                format,
                LotReference.parse("/BREAD/B(2)>_"),
                false,
                isPallet ? Optional.of(UNIT) : Optional.empty(),
                isPallet ? Optional.of(24) : Optional.empty(),
                kind == LabelKind.LOT ? Optional.empty() : Optional.of(Quantity.of("12.5", "KGM")));
    }

    private static byte[] made(Outcome<byte[]> outcome) {
        return outcome.fold(label -> label, refused -> {
            throw new AssertionError(refused.toString());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "LOT, gs1-128 2 5 110 20, CODE_128",
        "LOT, datamatrix 20 10 25, DATA_MATRIX",
        "LOT, qr 20 10 30, QR_CODE",
        "CASE, gs1-128 2 5 136 20, CODE_128",
        "CASE, datamatrix 20 10 25, DATA_MATRIX",
        "CASE, qr 20 10 35, QR_CODE",
        "PALLET, gs1-128 2 5 100 20 00, CODE_128",
        "PALLET, gs1-128 2 5 110 20 02 37 10, CODE_128",
        "PALLET, datamatrix 20 10 35, DATA_MATRIX",
        "PALLET, qr 20 10 40, QR_CODE",
    })
    void every_image_is_read_back_by_a_scanner(LabelKind kind, String symbol, BarcodeFormat symbology)
            throws IOException {
        String template = "size 140 60; " + symbol;
        Labels labels =
                labels(Map.of("lot.template", template, "case.template", template, "pallet.template", template));

        for (LabelFormat format : List.of(LabelFormat.PNG, LabelFormat.SVG, LabelFormat.PDF)) {
            String read = Scanner.read(made(labels.make(request(kind, format))), format, symbology);

            assertEquals(expected(kind, symbol), withoutFirst(read), format.code());
        }
    }

    private static String expected(LabelKind kind, String symbol) {
        if (symbol.endsWith(" 00")) {
            return "00340123450000000017";
        }
        if (symbol.endsWith(" 10")) {
            return CONTENT;
        }
        if (symbol.startsWith("qr")) {
            return switch (kind) {
                case LOT -> "https://id.gs1.org/01/04012345000016/10/B%282%29%3E_?11=260302&17=260312";
                case CASE -> "https://id.gs1.org/01/04012345000016/10/B%282%29%3E_?11=260302&17=260312&3103=012500";
                case PALLET ->
                    "https://id.gs1.org/00/340123450000000017?02=04012345000016&11=260302&17=260312&3103=012500&37=24"
                            + "&10=B%282%29%3E_";
            };
        }
        return switch (kind) {
            case LOT -> LOT;
            case CASE -> CASE;
            case PALLET -> PALLET;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "S-7, ''",
        "S 7, SERIAL_NOT_MARKABLE",
        "Ä7, SERIAL_NOT_MARKABLE",
        "123456789012345678901, SERIAL_NOT_MARKABLE"
    })
    void a_serial_number_that_gs1_does_not_allow_has_no_label(String serial, String refused) {
        LabelRequest lot = request(LabelKind.LOT, LabelFormat.PNG);

        assertEquals(
                refused,
                codes(labels(Map.of())
                        .make(new LabelRequest(
                                lot.kind(),
                                lot.format(),
                                lot.lot(),
                                false,
                                lot.unit(),
                                lot.count(),
                                lot.weight(),
                                Optional.of(serial)))
                        .violations()));
    }

    @Test
    void a_piece_has_its_serial_number_on_the_label_and_a_pallet_has_none() throws IOException {
        LabelRequest piece = new LabelRequest(
                LabelKind.LOT,
                LabelFormat.PNG,
                LotReference.parse("/BREAD/B(2)>_"),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("S-7"));
        Labels labels = labels(Map.of("lot.template", "size 140 60; qr 20 10 40; text 3 3 4 Serial {serial}"));

        assertEquals(
                "https://id.gs1.org/01/04012345000016/10/B%282%29%3E_/21/S-7?11=260302&17=260312",
                Scanner.read(made(labels.make(piece)), LabelFormat.PNG, BarcodeFormat.QR_CODE));
        LabelRequest pallet = request(LabelKind.PALLET, LabelFormat.PNG);
        assertEquals(
                "LABEL_DETAIL_WRONG",
                codes(labels.make(new LabelRequest(
                                pallet.kind(),
                                pallet.format(),
                                pallet.lot(),
                                false,
                                pallet.unit(),
                                pallet.count(),
                                Optional.empty(),
                                Optional.of("S-7")))
                        .violations()));
    }

    /** The library tells that the first character is FNC1 in one way or another. */
    private static String withoutFirst(String read) {
        return read.replaceFirst("^(\\](C1|d2)|\u001d)", "");
    }

    @ParameterizedTest
    @EnumSource(LabelKind.class)
    void a_printer_gets_the_element_string_in_its_field_data(LabelKind kind) {
        String zpl = new String(
                made(labels(Map.of("dots.per.millimetre", 12)).make(request(kind, LabelFormat.ZPL))),
                StandardCharsets.UTF_8);

        assertTrue(zpl.startsWith("^XA\n^CI28\n^PW") && zpl.endsWith("^XZ\n"), zpl);
        List<String> carried = PrinterFields.elementStrings(zpl);
        assertEquals(
                switch (kind) {
                    case LOT -> List.of(LOT);
                    case CASE -> List.of(CASE, CASE.replace(NUMBER, ""), NUMBER);
                    case PALLET -> List.of(PALLET, "0204012345000016172603123724", NUMBER, "00340123450000000017");
                },
                carried);
        assertTrue(zpl.contains("^FDMA," + expected(kind, "qr") + "^FS"), zpl);
    }

    @Test
    void words_stand_on_the_page_and_what_is_not_known_is_left_out() throws IOException {
        Labels labels = labels(Map.of(
                "lot.template",
                "size 70 40; text 3 3 4 {description}; text 3 9 3 Lot {lot} until {expiry}; text 3 15 3 Weight {weight};"
                        + " datamatrix 48 3 19; text 3 30 2.4 {elements}"));

        try (PDDocument page = Loader.loadPDF(made(labels.make(request(LabelKind.LOT, LabelFormat.PDF))))) {
            String text = new PDFTextStripper().getText(page);

            assertTrue(text.contains("Lot B(2)>_ until 2026-03-12"), text);
            assertTrue(text.contains("(01)04012345000016(11)260302(17)260312(10)B(2)>_"), text);
            assertTrue(!text.contains("Weight"), text);
            assertEquals(198, Math.round(page.getPage(0).getMediaBox().getWidth()));
        }
    }

    /** As the template that comes with it has it: what has not begun leaves no word behind. */
    @ParameterizedTest
    @CsvSource({"openingDate, Opened 2026-03-04", "thawingDate, Thawed 2026-03-04"})
    void the_day_on_which_a_lot_was_opened_or_thawed_stands_on_its_label(String element, String said)
            throws IOException {
        Labels labels = labels(Map.of());
        assertTrue(!words(labels).contains("Opened") && !words(labels).contains("Thawed"), words(labels));
        KeyDataElement day = KeyDataElement.find(element).orElseThrow();
        company.service(LotCorrections.class)
                .correct(new LotCorrection(
                        aContext("k1").request(),
                        company.service(LotMaster.class)
                                .find(LotReference.parse("/BREAD/B(2)>_"))
                                .get(0)
                                .key(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(day.is(new KeyDataValue.Day(LocalDate.parse("2026-03-04")))),
                        "opened at the line"))
                .toOptional()
                .orElseThrow();

        assertTrue(words(labels).contains(said), words(labels));
    }

    private static String words(Labels labels) throws IOException {
        try (PDDocument page = Loader.loadPDF(made(labels.make(request(LabelKind.LOT, LabelFormat.PDF))))) {
            return new PDFTextStripper().getText(page);
        }
    }

    @Test
    void a_text_ends_before_the_bar_code_at_its_right() {
        Template template = TemplateReader.read(
                "size 70 40; text 3 3 4 {description}; text 3 30 4 {lot}; datamatrix 48 2 19; text 60 4 3 {item}");

        assertEquals(List.of(), template.problems());
        assertEquals(
                List.of(4400, 6600, 1900, 900),
                template.parts().stream().map(Template.Part::width).toList());
    }

    @Test
    void a_description_that_is_too_long_ends_in_dots_and_a_number_is_refused() {
        Letters letters = new Letters();
        Template template = TemplateReader.read("size 20 20; text 1 1 2 {description}; text 1 5 2 Lot {lot}");
        String longest = "x".repeat(60);
        Layout layout = new Layout(letters);

        Sheet sheet = layout.sheet(
                template,
                Marks.of(template, List.of(), new LabelWords(Map.of("description", longest, "lot", longest))),
                "");

        assertTrue(
                sheet.lines().get(0).text().matches("x{10,30}\u2026"),
                sheet.lines().toString());
        assertEquals(List.of("\"Lot " + longest + "\" is too long for its place"), layout.problems());
    }

    @ParameterizedTest
    @EnumSource(LabelKind.class)
    void the_templates_that_come_with_it_hold_the_longest_lot_number(LabelKind kind) {
        Labels labels = labels(Map.of());
        company.service(LotMaster.class)
                .register(aLot("aBCDEFGHIJKLMN-PQRST")
                        .of(BREAD)
                        .madeAt(BERLIN)
                        .producedOn("2026-03-02")
                        .expiring("2026-03-12")
                        .build());
        LabelRequest usual = request(kind, LabelFormat.PNG);

        for (LabelFormat format : LabelFormat.values()) {
            LabelRequest longest = new LabelRequest(
                    kind,
                    format,
                    LotReference.parse("/BREAD/aBCDEFGHIJKLMN-PQRST"),
                    false,
                    usual.unit(),
                    usual.count(),
                    usual.weight());

            assertEquals(List.of(), labels.make(longest).violations(), format.code());
        }
    }

    /** The supplier's number is kept as it was written. */
    @Test
    void a_lot_number_with_a_blank_has_no_label_and_the_rule_is_said() {
        Labels labels = labels(Map.of());
        company.service(LotMaster.class)
                .register(aLot("B4")
                        .of(BREAD)
                        .from(MILL)
                        .expiring("2026-03-12")
                        .markedBySupplier("B 4")
                        .build());

        List<Violation> refused = labels.make(new LabelRequest(
                        LabelKind.LOT,
                        LabelFormat.PNG,
                        LotReference.parse("/BREAD/B4"),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .violations();

        assertEquals("LOT_NUMBER_WITH_BLANK", codes(refused));
        assertTrue(refused.get(0).message().contains("GS1 AI (10) does not allow"), refused.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "LOT, /BREAD/NOPE, false, , , , LOT_UNKNOWN",
        "LOT, L1, false, , , , LABEL_NO_GTIN",
        "LOT, /BREAD/B(2)>_, true, , , , LABEL_DETAIL_WRONG",
        "PALLET, /BREAD/B(2)>_, false, , , , LABEL_DETAIL_WRONG LABEL_DETAIL_WRONG",
        "PALLET, /BREAD/B(2)>_, false, 340123450000000017, 0, , LABEL_DETAIL_WRONG",
        "LOT, /BREAD/B(2)>_, false, 340123450000000017, 3, 1 KGM,"
                + " LABEL_DETAIL_WRONG LABEL_DETAIL_WRONG LABEL_DETAIL_WRONG",
        "CASE, /BREAD/B(2)>_, false, , , 12 LBR, LABEL_DETAIL_WRONG",
        "CASE, /BREAD/B(2)>_, false, , , 0.0001 KGM, LABEL_DETAIL_WRONG",
        "CASE, /BREAD/B(2)>_, false, , , 1000000 KGM, LABEL_DETAIL_WRONG",
    })
    void what_no_label_can_say_is_refused_with_every_reason(
            LabelKind kind, String lot, boolean supplier, String unit, Integer count, String weight, String codes) {
        List<Violation> refused = labels(Map.of())
                .make(new LabelRequest(
                        kind,
                        LabelFormat.PNG,
                        LotReference.parse(lot),
                        supplier,
                        Optional.ofNullable(unit).map(Sscc::new),
                        Optional.ofNullable(count),
                        Optional.ofNullable(weight).map(text -> Quantity.of(text.split(" ")[0], text.split(" ")[1]))))
                .violations();

        assertEquals(codes, codes(refused));
    }

    private static String codes(List<Violation> violations) {
        return violations.stream().map(Violation::code).collect(Collectors.joining(" "));
    }

    @Test
    void a_template_that_is_wrong_makes_no_label_and_all_of_it_is_said() {
        List<Violation> refused = labels(Map.of(
                        "lot.template",
                        "size 70 40; text 3 x 4 {nobody}; code39 1 2 3; qr 60 3 20 01; datamatrix 3 3 3"))
                .make(request(LabelKind.LOT, LabelFormat.PNG))
                .violations();

        assertEquals(5, refused.size(), refused.toString());
        assertTrue(refused.stream().allMatch(one -> one.code().equals(Labels.TEMPLATE_WRONG)));
    }

    @ParameterizedTest
    @EnumSource(LabelFormat.class)
    void a_bar_code_too_small_to_be_read_is_refused(LabelFormat format) {
        List<Violation> refused = labels(Map.of("lot.template", "size 70 40; gs1-128 3 3 40 20"))
                .make(request(LabelKind.LOT, format))
                .violations();

        assertEquals(Labels.TEMPLATE_WRONG, codes(refused));
    }
}
