package org.lottrace.console.web.internal.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.intake.DecimalStyle;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.FieldSource.Translation;
import org.lottrace.api.intake.ImportChange;
import org.lottrace.api.intake.ImportField;
import org.lottrace.api.intake.ImportFormat;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportMappings;
import org.lottrace.api.intake.ImportProblem;
import org.lottrace.api.intake.ImportProposal;
import org.lottrace.api.intake.ImportReport;
import org.lottrace.api.intake.ImportSource;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.intake.SubjectFields;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

/** A file from its choice to its import, as a browser goes. */
class ImportsPageTest {
    private static final String FILE = "Artikel;ME;<b>\nA1;St;x\n";
    private static final List<ImportField> FIELDS = List.of(
            new ImportField("number", "a number", "FLOUR", true, "", true, false, "Its number."),
            new ImportField("baseUnit", "a unit", "KGM", true, "", false, false, "Its unit."));

    private final List<ImportMapping> kept = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private List<Violation> refusal = List.of();
    private ImportReport report = report(List.of());
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_file_with_other_headings_is_mapped_checked_and_imported() {
        open(Role.MASTER_DATA);

        HttpResponse<String> taken = desk.sendFile("/console/imports?subject=ITEMS", "upload", FILE);
        assertEquals(303, taken.statusCode(), taken.body());
        String map = location(taken);
        assertTrue(map.startsWith("/console/imports/map?file="), map);
        String page = desk.page(map);
        assertTrue(page.contains("<option value=\"Artikel\" selected>"), page);
        assertTrue(page.contains("&lt;b"), page);
        assertTrue(page.contains("value=\"items 2\""), "the name of another mapping is not proposed");
        String file = map.replaceAll(".*file=([0-9a-f]+).*", "$1");

        HttpResponse<String> saved = desk.send(
                "/console/imports/map",
                "file",
                file,
                "subject",
                "ITEMS",
                "name",
                "old ERP",
                "decimals",
                "COMMA",
                "dateFormat",
                "dd.MM.yyyy",
                "column.number",
                "Artikel",
                "column.baseUnit",
                "ME",
                "words.baseUnit",
                "St = C62\r\nkg=KGM\r\n");
        assertEquals(303, saved.statusCode(), saved.body());
        assertEquals(
                List.of(new ImportMapping(
                        "old ERP",
                        ImportSubject.ITEMS,
                        DecimalStyle.COMMA,
                        "dd.MM.yyyy",
                        List.of(
                                FieldSource.column("number", "Artikel"),
                                new FieldSource(
                                        "baseUnit",
                                        Optional.of("ME"),
                                        Optional.empty(),
                                        List.of(new Translation("St", "C62"), new Translation("kg", "KGM")))))),
                kept);

        String check = desk.page(location(saved));
        assertTrue(check.contains("/console/imports/run"), check);
        assertTrue(check.contains("Nothing is written yet."), check);
        HttpResponse<String> done =
                desk.send("/console/imports/run", "file", file, "subject", "ITEMS", "mapping", "old ERP");
        assertEquals(303, done.statusCode(), done.body());
        assertTrue(desk.page(location(done)).contains("Imported."));
        assertEquals(List.of("check CSV old ERP", "run CSV old ERP", "check CSV old ERP"), asked);
    }

    @Test
    void problems_stand_at_their_rows_and_nothing_can_be_imported() {
        open(Role.MASTER_DATA);
        report = report(List.of(new ImportProblem(7, "ME", "<i>", "VALUE_WRONG", "no unit")));

        String page = desk.page(location(desk.sendFile("/console/imports?mapping=old", "upload", FILE)));

        assertTrue(page.contains(">7</td>") && page.contains("&lt;i") && page.contains("VALUE_WRONG"), page);
        assertFalse(page.contains("/console/imports/run"), page);
        assertTrue(page.contains("FLOUR") && page.contains("Flour 550"), "what changes is told, too");
    }

    /** Codes of the console begin with FIELD_, too; these are of the service, which speaks English. */
    @Test
    void what_is_wrong_with_a_field_is_said_in_the_language_of_the_reader() {
        open(Role.MASTER_DATA);
        report = report(
                List.of(new ImportProblem(0, "", "", "FIELD_MISSING", "nothing says where baseUnit comes from")));

        String page = desk.page(location(desk.sendFile("/console/imports?mapping=old", "upload", FILE)), "de");

        assertTrue(page.contains("Dieses Feld muss in jeder Zeile stehen"), page);
        assertTrue(page.contains("lang=\"en\">nothing says where baseUnit comes from"), page);
    }

    @Test
    void a_mapping_that_is_refused_keeps_what_was_entered() {
        open(Role.MASTER_DATA);
        refusal = List.of(new Violation("FIELD_MISSING", "sources", "nothing says where baseUnit comes from"));
        String map = location(desk.sendFile("/console/imports?subject=ITEMS", "upload", FILE));

        HttpResponse<String> refused = desk.send(
                "/console/imports/map",
                "file",
                map.replaceAll(".*file=([0-9a-f]+).*", "$1"),
                "subject",
                "ITEMS",
                "name",
                "my mapping",
                "column.number",
                "ME");

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("nothing says where baseUnit comes from"));
        assertTrue(refused.body().contains("my mapping"));
        assertTrue(refused.body().contains("<option value=\"ME\" selected>"));
    }

    @Test
    void a_file_that_is_gone_is_asked_for_again_and_nobody_sees_that_of_another() {
        open(Role.MASTER_DATA);

        assertEquals(
                422, desk.get("/console/imports/check?file=00ff&subject=ITEMS").statusCode());
        assertEquals(422, desk.send("/console/imports/run", "file", "00ff").statusCode());
        assertEquals(422, desk.send("/console/imports").statusCode());
        assertEquals(List.of(), asked);
    }

    @Test
    void the_fields_of_each_subject_are_explained() {
        open(Role.MASTER_DATA);

        String page = desk.page("/console/imports?subject=ITEMS");

        assertTrue(page.contains("baseUnit") && page.contains("Its unit."), page);
    }

    @Test
    void a_mapping_is_deleted() {
        open(Role.MASTER_DATA);

        assertEquals(303, desk.send("/console/imports/delete", "name", "old").statusCode());
        assertEquals(List.of("delete old"), asked);
    }

    @Test
    void who_may_not_import_finds_no_page() {
        open(Role.SHIPPER);

        assertEquals(403, desk.get("/console/imports").statusCode());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response.body()));
    }

    private static ImportReport report(List<ImportProblem> problems) {
        return new ImportReport(
                ImportSubject.ITEMS,
                2,
                1,
                1,
                0,
                List.of("<b>"),
                List.of(new ImportChange(2, "FLOUR", "description", "Flour", "Flour 550")),
                0,
                problems,
                0);
    }

    private void open(Role role) {
        ImportMapping guess = new ImportMapping(
                "items", ImportSubject.ITEMS, DecimalStyle.POINT, "", List.of(FieldSource.column("number", "Artikel")));
        Imports imports = Fake.of(Imports.class)
                .when("subjects", none -> List.of(new SubjectFields(ImportSubject.ITEMS, "Items.", FIELDS)))
                .when(
                        "propose",
                        given -> new ImportProposal(
                                List.of("Artikel", "ME", "<b>"),
                                List.of(List.of("A1", "St", "<b>x")),
                                guess,
                                List.of()))
                .when("check", given -> {
                    asked.add("check " + told(given));
                    return report;
                })
                .when("run", given -> {
                    asked.add("run " + told(given));
                    return new Outcome.Done<>(report);
                })
                .build();
        ImportMappings mappings = Fake.of(ImportMappings.class)
                .when("list", given -> List.copyOf(kept))
                .when("find", given -> Optional.of(given.get(0).toString())
                        .filter(name -> !name.equals("items 2"))
                        .map(name -> new ImportMapping(name, ImportSubject.ITEMS, DecimalStyle.POINT, "", List.of())))
                .when("save", given -> {
                    if (refusal.isEmpty()) {
                        kept.add((ImportMapping) given.get(0));
                    }
                    return refusal;
                })
                .when("delete", given -> {
                    asked.add("delete " + given.get(0));
                    return List.of();
                })
                .build();
        desk = DeskUnderTest.as(role, List.of(new ImportsPage()), imports, mappings, Fake.sites());
    }

    private static String told(List<Object> given) {
        ImportSource source = (ImportSource) given.get(1);
        assertEquals(FILE, new String((byte[]) given.get(2), StandardCharsets.UTF_8));
        assertEquals(ImportFormat.CSV, source.format());
        return source.format().code() + " " + source.mapping().orElse("");
    }
}
