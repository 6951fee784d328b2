package org.lottrace.console.web.internal.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.FieldDifference;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.api.edi.MappingSummary;
import org.lottrace.api.edi.MappingVersion;
import org.lottrace.api.edi.PartnerMapping;
import org.lottrace.api.edi.PreviewedSet;
import org.lottrace.api.edi.ReadField;
import org.lottrace.api.edi.TriedDocument;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class MappingsTest {
    private static final String PAGE = "/console/partners/mapping";
    private static final MappingFile BINDING = new MappingFile("856.oxm.xml", "<xml-bindings/>\n");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Object> asked = new ArrayList<>();
    private List<MappingFile> draft = List.of(BINDING);
    private boolean isTried;
    private final Fake<MappingBench> bench = Fake.of(MappingBench.class)
            .when(
                    "all",
                    given -> List.of(
                            new MappingSummary("lenient", List.of(), false),
                            new MappingSummary("standard", List.of(Bakery.MILL), true)))
            .when("find", given -> Optional.of(mapping()));
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void mappings_are_listed_with_who_uses_them_and_what_is_being_changed() {
        open(Role.AUDITOR);

        String page = desk.page("/console/partners/mappings");

        assertTrue(page.contains("name=standard") && page.contains("MILL") && page.contains("being changed"), page);
    }

    @Test
    void an_auditor_sees_files_and_versions_and_changes_nothing() {
        open(Role.AUDITOR);

        String page = desk.page(PAGE + "?name=standard");

        assertTrue(page.contains("&lt;xml-bindings/&gt;") && page.contains("their new numbers"), page);
        assertFalse(page.contains("method=\"post\" action=\"" + PAGE), page);
        assertEquals(422, desk.send(PAGE, "do", "discard", "name", "standard").statusCode());
    }

    @Test
    void a_file_is_put_into_the_draft_as_it_was_typed() {
        bench.when("draft", given -> {
            asked.addAll(given);
            return List.of();
        });
        open(Role.MASTER_DATA);

        HttpResponse<String> answer = desk.send(
                PAGE, "do", "draft", "name", "standard", "file", "856.properties", "text", "unread = NOTE\r\n");

        assertEquals(303, answer.statusCode());
        assertEquals(List.of("standard", new MappingFile("856.properties", "unread = NOTE\n")), asked);
    }

    @Test
    void a_trial_shows_each_field_that_is_read_otherwise_and_what_becomes_wrong() {
        bench.when("tryOut", given -> {
            asked.addAll(given);
            return Optional.of(List.of(
                    tried(
                            "other.edi",
                            List.of(new FieldDifference("856 0001", "lines[1].lotNumber", "A17", "")),
                            List.of(new Violation("NOT_READ", "lot", "a lot would be lost"))),
                    tried("same.edi", List.of(), List.of())));
        });
        open(Role.MASTER_DATA);

        String page = desk.send(PAGE, "do", "try", "name", "standard", "documents", "7")
                .body();

        assertEquals(List.of("standard", 7), asked);
        assertTrue(page.contains("a difference to 1 of 2 documents"), page);
        assertTrue(page.contains("lines[1].lotNumber") && page.contains("A17") && page.contains("NOT_READ"), page);
        assertTrue(page.contains("other.edi") && !page.contains("same.edi"), page);
        assertTrue(desk.send(PAGE, "do", "try", "name", "standard", "documents", "many")
                .body()
                .contains("1 to 100 documents can be tried"));
    }

    @Test
    void only_a_draft_that_was_tried_can_be_put_into_use() {
        bench.when("activate", given -> {
            asked.addAll(given.subList(1, 3));
            return List.of();
        });
        open(Role.ADMINISTRATOR);

        assertFalse(desk.page(PAGE + "?name=standard").contains("value=\"activate\""));
        isTried = true;
        assertTrue(desk.page(PAGE + "?name=standard").contains("value=\"activate\""));

        assertEquals(
                303,
                desk.send(PAGE, "do", "activate", "name", "standard", "reason", "their new guide")
                        .statusCode());
        assertEquals(List.of("standard", "their new guide"), asked);
    }

    @Test
    void a_refusal_is_told() {
        bench.when("rollBack", given -> List.of(new Violation("REASON_MISSING", "reason", "say why")));
        open(Role.ADMINISTRATOR);

        HttpResponse<String> answer = desk.send(PAGE, "do", "roll-back", "name", "standard", "version", "1");

        assertTrue(answer.statusCode() >= 400 && answer.body().contains("say why"), answer.body());
    }

    @Test
    void a_file_of_the_partner_is_shown_field_by_field() {
        bench.when(
                "preview",
                given -> new FilePreview(
                        List.of(new PreviewedSet("856", "0001", List.of(new ReadField("number", "ACME-1001")))),
                        List.of(),
                        List.of(new Violation("NOT_USED", "weight", "weights are not used"))));
        open(Role.MASTER_DATA);

        String page = desk.sendFile(PAGE, "content", "ISA*", "do", "preview", "name", "standard")
                .body();

        assertTrue(page.contains("ACME-1001") && page.contains("weights are not used"), page);
    }

    @Test
    void of_a_large_file_the_first_fields_are_shown_and_the_others_counted() {
        List<ReadField> fields = IntStream.rangeClosed(1, 1234)
                .mapToObj(line -> new ReadField("lines[" + line + "].lotNumber", "A17-" + line))
                .toList();
        bench.when(
                "preview",
                given -> new FilePreview(List.of(new PreviewedSet("856", "0001", fields)), List.of(), List.of()));
        open(Role.MASTER_DATA);

        String page = desk.sendFile(PAGE, "content", "ISA*", "do", "preview", "name", "standard")
                .body();

        assertTrue(page.contains("A17-500<") && !page.contains("A17-501<"), page);
        assertTrue(page.contains("Fields not shown here: 734"), page);
    }

    private PartnerMapping mapping() {
        return new PartnerMapping(
                "standard",
                List.of(Bakery.MILL),
                List.of(BINDING),
                draft,
                isTried,
                List.of(
                        new MappingVersion(2, NOW, "anna", "their new numbers", List.of(BINDING)),
                        new MappingVersion(1, NOW, "", "", List.of(BINDING))));
    }

    private static TriedDocument tried(String file, List<FieldDifference> differences, List<Violation> after) {
        return new TriedDocument(
                new InterchangeRecord(
                        7,
                        Direction.INBOUND,
                        "ZZ:MILL",
                        "ZZ:BAKERY",
                        "000000001",
                        List.of("856"),
                        file,
                        InterchangeStatus.ACCEPTED,
                        NOW,
                        List.of()),
                12,
                differences.size(),
                differences,
                List.of(),
                after);
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(role, List.of(new PartnersPage()), bench.build(), Fake.sites());
    }
}
