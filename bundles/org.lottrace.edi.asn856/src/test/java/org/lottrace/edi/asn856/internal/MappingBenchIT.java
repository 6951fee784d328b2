package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.FieldDifference;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.api.edi.MappingVersion;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.PartnerMapping;
import org.lottrace.api.edi.ReadField;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.SentAgain;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.edi.TriedDocument;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.edi.x12.testing.SamplePartners;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.persistence.testing.TestDatabase;

/** ACME sent its notice with the standard mapping; what another one would read is known before it counts. */
class MappingBenchIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.ADMINISTRATOR));
    private static final String STANDARD = "standard";
    private static final String BINDING = "856.oxm.xml";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final List<String> audited = new ArrayList<>();
    private TestCompany company;
    private MappingBench bench;

    @BeforeEach
    void acme_has_sent_its_notice() throws IOException {
        copy(X12.MAPPINGS, folder);
        open(new InboundShipNotices(TestOperations.over(), new Agreed(), folder));
        sent("ACME", "000000001", sample("sopi"), InterchangeStatus.ACCEPTED);
    }

    private void open(TransactionSetHandler handler) {
        company = TestCompany.on(database)
                .with(Clock.class, Bakery.CLOCK)
                .with(PartnerDirectory.class, new SamplePartners())
                .with(AuditLog.class, noting())
                .with(TransactionSetHandler.class, handler)
                .with(SentAgain.class, this::again)
                .configured("org.lottrace.edi.x12", Map.of("mappings", folder.toString()));
        bench = company.service(MappingBench.class);
    }

    @AfterEach
    void nothing_goes_on() {
        company.close();
    }

    @Test
    void a_draft_says_field_by_field_what_it_reads_otherwise_and_applies_nothing() {
        draft(binding().replace("e:LIN_VN", "e:LIN_CB"));

        TriedDocument tried = bench.tryOut(STANDARD, 10).orElseThrow().get(0);

        assertEquals(List.of(new FieldDifference("856 0001", "lines[1].senderItem", "FL-25", "")), tried.differences());
        assertEquals(List.of(), tried.problemsBefore());
        assertEquals(List.of(), tried.problemsAfter());
        assertEquals(List.of(), company.service(ExpectedReceipts.class).open(Optional.empty(), 10));
    }

    @Test
    void what_the_draft_cannot_read_is_a_problem_beside_what_was_right() {
        draft(binding().replace("e:LIN_LT", "e:LIN_ZZ"));

        TriedDocument tried = bench.tryOut(STANDARD, 10).orElseThrow().get(0);

        assertEquals(List.of(), tried.problemsBefore());
        assertEquals(List.of("LOT_MISSING", "NOT_READ"), codes(tried.problemsAfter()));
        assertTrue(tried.differences().contains(new FieldDifference("856 0001", "lines[1].lotNumber", "A17-2204", "")));
    }

    @Test
    void a_notice_without_lots_is_right_for_a_draft_that_has_them_captured_at_receipt() {
        sent(
                "ACME",
                "000000002",
                new String(sample("sopi"), StandardCharsets.UTF_8)
                        .replace("*LT*A17-2204~", "~")
                        .getBytes(StandardCharsets.UTF_8),
                InterchangeStatus.REJECTED);
        bench.draft(STANDARD, new MappingFile("856.properties", "lot.missing = AT_RECEIPT\n"));

        TriedDocument tried = bench.tryOut(STANDARD, 1).orElseThrow().get(0);

        assertEquals(List.of("LOT_MISSING"), codes(tried.problemsBefore()));
        assertEquals(List.of(), tried.problemsAfter());
    }

    @Test
    void what_a_draft_keeps_as_other_key_data_is_a_difference_as_any_field_is() {
        bench.draft(STANDARD, new MappingFile("856.properties", "key.data = harvestLocation=N1_SF\n"));

        TriedDocument tried = bench.tryOut(STANDARD, 1).orElseThrow().get(0);

        String sender = "ACME FOODS, GLN 4005999000013, 1 Mill Road, Hamburg 20095 DE";
        assertTrue(
                tried.differences().stream()
                        .anyMatch(one -> one.field().equals("keyData.namedParty")
                                && one.before().equals("SF " + sender)
                                && one.after().isEmpty()),
                () -> tried.differences().toString());
        assertTrue(
                tried.differences().stream()
                        .anyMatch(one -> one.field().equals("lines[1].keyData.harvestLocation")
                                && one.before().isEmpty()
                                && one.after().equals(sender)),
                () -> tried.differences().toString());
    }

    @Test
    void a_draft_that_MOXy_refuses_is_no_mapping() {
        draft(binding().replace("java-attribute=\"lot\"", "java-attribute=\"batchNumber\""));

        assertEquals(
                List.of("BINDING_BROKEN"),
                codes(bench.tryOut(STANDARD, 1).orElseThrow().get(0).problemsAfter()));
    }

    @Test
    void the_newest_documents_of_those_who_use_the_mapping_are_tried_and_no_others() {
        sent("ACME", "000000002", sample("sotpi"), InterchangeStatus.ACCEPTED);
        sent("ACME", "000000002", sample("sotpi"), InterchangeStatus.DUPLICATE);
        sent("NORDHEFE", "000000001", sample("nordhefe-lot-in-ref"), InterchangeStatus.ACCEPTED);
        draft(binding() + "\n");

        List<TriedDocument> tried = bench.tryOut(STANDARD, 10).orElseThrow();

        assertEquals(
                List.of("ZZ:ACME 000000002", "ZZ:ACME 000000001"),
                tried.stream()
                        .map(document -> document.interchange().sender() + " "
                                + document.interchange().control())
                        .toList());
        assertTrue(tried.stream().allMatch(TriedDocument::isSame));
        assertEquals(1, bench.tryOut(STANDARD, 1).orElseThrow().size());
    }

    @Test
    void a_draft_of_EDIFACT_is_tried_as_one_of_X12() {
        company.close();
        open(new InboundDespatchAdvices(new InboundShipNotices(TestOperations.over(), new Agreed(), folder)));
        InterchangeRecord despatch = new InterchangeRecord(
                0,
                Direction.INBOUND,
                "14:4012345000108",
                "ZZ:LOTTRACE",
                "RET000417",
                List.of("DESADV"),
                "RET000417.edi",
                InterchangeStatus.ACCEPTED,
                Bakery.CLOCK.instant(),
                List.of());
        database.unitOfWork()
                .run(() -> database.interchanges().insert(despatch, Optional.empty(), sample("eancom-retail")));
        String retail = "eancom-retail";
        MappingFile file = bench.find(retail).orElseThrow().files().stream()
                .filter(one -> one.name().equals("DESADV.oxm.xml"))
                .findFirst()
                .orElseThrow();
        bench.draft(retail, new MappingFile(file.name(), file.text().replace("e:PIA_SA", "e:PIA_BP")));

        List<FieldDifference> differences =
                bench.tryOut(retail, 5).orElseThrow().get(0).differences();

        assertTrue(
                differences.stream()
                        .allMatch(one -> one.set().startsWith("DESADV")
                                && one.field().endsWith("senderItem")
                                && one.after().isEmpty()),
                differences::toString);
        assertFalse(differences.isEmpty());
        bench.draft(retail, new MappingFile("DESADV.properties", "version = 005010\n"));
        bench.tryOut(retail, 5);
        assertEquals(List.of("PARTNER_MAPPING_FILE_INVALID"), codes(bench.activate(ANNA, retail, "new guide")));
    }

    @Test
    void what_is_changed_while_it_is_tried_was_not_tried() {
        company.close();
        InboundShipNotices notices = new InboundShipNotices(TestOperations.over(), new Agreed(), folder);
        open(new TransactionSetHandler() {
            @Override
            public String transactionSet() {
                return notices.transactionSet();
            }

            @Override
            public HandledSet handle(InboundTransactionSet set) {
                return notices.handle(set);
            }

            @Override
            public ReadSet preview(InboundTransactionSet set) {
                draft(binding() + "<!-- another -->");
                return notices.preview(set);
            }
        });
        draft(binding() + "<!-- one -->");

        assertEquals(1, bench.tryOut(STANDARD, 5).orElseThrow().size());

        assertEquals(List.of("DRAFT_NOT_TRIED"), codes(bench.activate(ANNA, STANDARD, "new guide")));
    }

    @Test
    void acknowledgements_and_what_nobody_makes_again_take_no_place_of_a_document() {
        for (int i = 0; i < 30; i++) {
            answered("997", i);
            answered("846", i);
        }
        sent("ACME", "000000002", sample("sotpi"), InterchangeStatus.ACCEPTED);
        for (int i = 30; i < 60; i++) {
            answered("997", i);
            sent("ACME", "000000002", sample("sotpi"), InterchangeStatus.DUPLICATE);
        }
        draft(binding() + "\n");

        assertEquals(
                List.of("000000002", "000000001"),
                bench.tryOut(STANDARD, 2).orElseThrow().stream()
                        .map(document -> document.interchange().control())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "856.oxm.xml, 856.oxm.xml",
        "856.properties, 'there is no setting \"unred\"'",
    })
    void what_could_read_nothing_is_not_put_into_use(String file, String why) {
        String text = file.equals(BINDING)
                ? binding().replace("java-attribute=\"lot\"", "java-attribute=\"batchNumber\"")
                : "unred = NOTE\n";
        assertEquals(List.of(), bench.draft(STANDARD, new MappingFile(file, text)));
        bench.tryOut(STANDARD, 1);

        List<Violation> problems = bench.activate(ANNA, STANDARD, "new supplier");

        assertEquals(List.of("PARTNER_MAPPING_FILE_INVALID"), codes(problems));
        assertTrue(problems.get(0).message().contains(why), problems::toString);
        assertEquals(List.of(), bench.find(STANDARD).orElseThrow().versions());
    }

    @Test
    void a_draft_mends_a_mapping_that_was_broken_in_the_folder() throws IOException {
        Files.writeString(folder.resolve("partners/standard/856.properties"), "tolerated = EVERYTHING\n");
        assertEquals(List.of(), bench.draft(STANDARD, new MappingFile("856.properties", "tolerated = SSCC_INVALID\n")));

        TriedDocument tried = bench.tryOut(STANDARD, 1).orElseThrow().get(0);

        assertEquals(List.of("PARTNER_MAPPING_FILE_INVALID"), codes(tried.problemsBefore()));
        assertEquals(List.of(), tried.problemsAfter());
        assertEquals(List.of(), bench.activate(ANNA, STANDARD, "mended"));
    }

    @Test
    void a_file_that_is_no_UTF_8_is_shown_and_kept_as_a_version() throws IOException {
        Path file = folder.resolve("partners/standard/856.properties");
        Files.write(file, "# für Anna\n".getBytes(StandardCharsets.ISO_8859_1));
        draft(binding() + "<!-- new -->");
        bench.tryOut(STANDARD, 1);

        assertEquals(List.of(), bench.activate(ANNA, STANDARD, "new"));

        assertTrue(bench.find(STANDARD).orElseThrow().versions().get(1).files().stream()
                .anyMatch(kept -> kept.text().equals("# für Anna\n")));
    }

    @Test
    void a_draft_without_a_file_is_not_put_into_use() {
        bench.find(STANDARD).orElseThrow().files().stream()
                .map(file -> new MappingFile(file.name(), ""))
                .forEach(file -> assertEquals(List.of(), bench.draft(STANDARD, file)));
        bench.tryOut(STANDARD, 1);

        assertEquals(List.of("PARTNER_MAPPING_FILE_INVALID"), codes(bench.activate(ANNA, STANDARD, "no mapping")));
    }

    @Test
    void of_very_many_differences_the_first_are_listed_and_all_are_counted() {
        String notice = new String(sample("sopi"), StandardCharsets.UTF_8);
        sent("ACME", "000000007", many(notice, 300).getBytes(StandardCharsets.UTF_8), InterchangeStatus.ACCEPTED);
        draft(binding().replace("e:LIN_VN", "e:LIN_CB").replace("e:LIN_LT", "e:LIN_B8"));

        TriedDocument tried = bench.tryOut(STANDARD, 1).orElseThrow().get(0);

        assertEquals(TriedDocument.MOST_DIFFERENCES, tried.differences().size());
        assertTrue(tried.different() > TriedDocument.MOST_DIFFERENCES, () -> tried.different() + " differences");
    }

    @Test
    void what_was_sent_is_written_with_the_draft_and_sent_to_nobody() {
        database.unitOfWork().run(() -> database.interchanges()
                .insert(
                        record(Direction.OUTBOUND, "ACME", "000000009", InterchangeStatus.SENT),
                        Optional.of(OutboundTransactionSet.logKey("856", "ship-1")),
                        sample("sopi")));
        draft(binding().replace("e:LIN_LT", "e:LIN_B8"));

        TriedDocument tried = bench.tryOut(STANDARD, 1).orElseThrow().get(0);

        assertEquals(Direction.OUTBOUND, tried.interchange().direction());
        assertEquals(
                List.of("LIN[1]/06 LT B8", "LIN[2]/04 LT B8"),
                tried.differences().stream()
                        .map(field -> field.field() + " " + field.before() + " " + field.after())
                        .toList());
        assertEquals(List.of(), tried.problemsAfter());
        assertEquals(
                2,
                database.unitOfWork()
                        .required(() -> database.interchanges().recent(9))
                        .size());
    }

    @Test
    void only_what_was_tried_as_it_is_now_is_activated() {
        assertEquals(List.of("DRAFT_MISSING"), codes(bench.activate(ANNA, STANDARD, "new supplier")));
        draft(binding().replace("e:LIN_VN", "e:LIN_CB"));
        assertEquals(List.of("DRAFT_NOT_TRIED", "REASON_MISSING"), codes(bench.activate(ANNA, STANDARD, " ")));
        bench.tryOut(STANDARD, 1);
        draft(binding().replace("e:LIN_VN", "e:LIN_VP"));
        assertEquals(List.of("DRAFT_NOT_TRIED"), codes(bench.activate(ANNA, STANDARD, "new supplier")));
        assertEquals(List.of(), bench.find(STANDARD).orElseThrow().versions());
    }

    @Test
    void an_activated_draft_counts_and_can_be_taken_back() {
        String before = binding();
        String after = before.replace("e:LIN_VN", "e:LIN_CB");
        draft(after);
        bench.tryOut(STANDARD, 5);

        assertEquals(List.of(), bench.activate(ANNA, STANDARD, "their numbers are catalogue numbers"));

        assertEquals(after, binding());
        PartnerMapping mapping = bench.find(STANDARD).orElseThrow();
        assertEquals(List.of(), mapping.draft());
        assertEquals(
                List.of("2 anna their numbers are catalogue numbers", "1  "),
                mapping.versions().stream().map(MappingBenchIT::told).toList());

        assertEquals(List.of(), bench.rollBack(ANNA, STANDARD, 1, "they are not"));
        assertEquals(List.of(), bench.rollBack(ANNA, STANDARD, 1, "they are not"));

        assertEquals(before, binding());
        assertEquals(
                List.of(
                        "anna edi-mappings/standard version 2: their numbers are catalogue numbers",
                        "anna edi-mappings/standard version 3, which is version 1: they are not"),
                audited);
        assertEquals(List.of("VERSION_UNKNOWN"), codes(bench.rollBack(ANNA, STANDARD, 9, "why not")));
        assertEquals(List.of("PARTNER_MAPPING_UNKNOWN"), codes(bench.rollBack(ANNA, "nobody", 1, "why not")));
    }

    @Test
    void an_activation_that_was_killed_is_finished_by_the_next_start_and_in_the_audit_log() throws IOException {
        String before = binding();
        draft(before.replace("e:LIN_VN", "e:LIN_CB"));
        bench.tryOut(STANDARD, 5);
        bench.activate(ANNA, STANDARD, "catalogue numbers");
        String after = binding();
        audited.clear(); // as if it had been killed before the file was replaced
        Files.writeString(folder.resolve("partners/standard").resolve(BINDING), before);
        Files.writeString(folder.resolve("versions/standard/.unfinished"), "2");

        company.close();
        open(new InboundShipNotices(TestOperations.over(), new Agreed(), folder));

        assertEquals(after, binding());
        assertEquals(
                List.of("anna edi-mappings/standard version 2, begun at " + Bakery.CLOCK.instant()
                        + " and finished later: catalogue numbers"),
                audited);
    }

    @Test
    void what_was_edited_in_the_folder_is_a_version_before_it_is_replaced() throws IOException {
        draft(binding() + "<!-- first -->");
        bench.tryOut(STANDARD, 1);
        bench.activate(ANNA, STANDARD, "first");
        Path file = folder.resolve("partners/standard/" + BINDING);
        Files.writeString(file, Files.readString(file) + "<!-- by hand -->");
        draft(binding() + "<!-- second -->");
        bench.tryOut(STANDARD, 1);
        bench.activate(ANNA, STANDARD, "second");

        List<MappingVersion> versions = bench.find(STANDARD).orElseThrow().versions();

        assertEquals(
                List.of(4, 3, 2, 1),
                versions.stream().map(MappingVersion::number).toList());
        assertTrue(versions.get(1).files().get(0).text().endsWith("<!-- by hand -->"));
    }

    @Test
    void a_mapping_of_a_new_partner_begins_as_a_draft_and_can_be_thrown_away() {
        assertEquals(List.of(), bench.draft("newcomer", new MappingFile("exchange.properties", "test = ONLY\n")));
        assertTrue(bench.find("newcomer").orElseThrow().files().isEmpty());

        assertEquals(List.of(), bench.discard("newcomer"));

        assertEquals(Optional.empty(), bench.find("newcomer"));
        assertEquals(List.of("DRAFT_MISSING"), codes(bench.discard("newcomer")));
    }

    @Test
    void a_file_is_shown_as_the_draft_reads_it_before_the_partner_goes_live() {
        draft(binding().replace("e:LIN_VN", "e:LIN_CB"));

        FilePreview drafted = bench.preview(STANDARD, sample("sopi"));

        assertEquals(List.of(), drafted.problems());
        List<ReadField> fields = drafted.sets().get(0).fields();
        assertTrue(fields.contains(new ReadField("lines[2].lotNumber", "S-0098")), fields::toString);
        assertTrue(fields.contains(new ReadField("lines[1].expiry", "2027-01-31")), fields::toString);
        assertTrue(fields.stream().noneMatch(field -> field.name().endsWith("senderItem")), fields::toString);
    }

    @Test
    void a_partner_is_certified_before_its_profile_names_the_mapping() {
        bench.draft("newcomer", new MappingFile(BINDING, binding().replace("e:LIN_VN", "e:LIN_CB")));

        FilePreview drafted = bench.preview("newcomer", sample("sopi"));

        assertEquals(List.of(), drafted.problems());
        assertTrue(drafted.sets().get(0).fields().stream()
                .noneMatch(field -> field.name().endsWith("senderItem")));
        assertEquals(
                List.of("PARTNER_MAPPING_UNKNOWN"),
                codes(bench.preview("nobody", sample("sopi")).problems()));
    }

    @ParameterizedTest
    @CsvSource({
        "../standard, 856.oxm.xml, <a/>, PARTNER_MAPPING_NAME_INVALID",
        "standard.draft, 856.oxm.xml, <a/>, PARTNER_MAPPING_NAME_INVALID",
        "standard, ../856.oxm.xml, <a/>, PARTNER_MAPPING_FILE_INVALID",
        "standard, 856.oxm.xml, <a>, PARTNER_MAPPING_FILE_INVALID",
        "standard, exchange.properties, outcome = MAYBE, PARTNER_MAPPING_FILE_INVALID",
        "standard, 856.properties, tolerated = EVERYTHING, PARTNER_MAPPING_FILE_INVALID",
        "standard, 856.oxm.xml, <a><xml-java-type-adapter value='x.Y'/></a>, PARTNER_MAPPING_FILE_INVALID",
        "standard, 856.oxm.xml, <a xml-customizer='x.Y'/>, PARTNER_MAPPING_FILE_INVALID",
        "standard, 856.oxm.xml, '<!DOCTYPE a SYSTEM \"file:///etc/hosts\"><a/>', PARTNER_MAPPING_FILE_INVALID",
        "standard, 856.oxm.xml, '<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>', PARTNER_MAPPING_FILE_INVALID",
    })
    void what_can_be_no_file_of_a_mapping_is_refused(String name, String file, String text, String code) {
        assertEquals(List.of(code), codes(bench.draft(name, new MappingFile(file, text))));
        assertTrue(bench.find(STANDARD).orElseThrow().draft().isEmpty());
    }

    /** The notice with its first item again and again. */
    private static String many(String notice, int items) {
        int first = notice.indexOf("HL*4*3*I~");
        StringBuilder many = new StringBuilder(notice.substring(0, first));
        for (int i = 1; i <= items; i++) {
            many.append("HL*%d*3*I~\nLIN*%d*VN*FL-%d*LT*A17-%d~\nSN1*%d*40*EA~\n".formatted(i + 3, i, i, i, i));
        }
        long segments = many.chars().filter(character -> character == '~').count();
        return many + "CTT*%d~\nSE*%d*0001~\nGE*1*1~\nIEA*1*000000001~\n".formatted(items + 3, segments);
    }

    private void answered(String code, int number) {
        database.unitOfWork().run(() -> database.interchanges()
                .insert(
                        record(Direction.OUTBOUND, "ACME", String.format("%09d", number), InterchangeStatus.SENT, code),
                        Optional.of(OutboundTransactionSet.logKey(code, "answer-" + number)),
                        sample("sopi")));
    }

    private static String told(MappingVersion version) {
        return version.number() + " " + version.by() + " " + version.reason();
    }

    private void draft(String text) {
        assertEquals(List.of(), bench.draft(STANDARD, new MappingFile(BINDING, text)));
    }

    private String binding() {
        return bench.find(STANDARD).orElseThrow().files().stream()
                .filter(file -> file.name().equals(BINDING))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static List<String> codes(List<Violation> problems) {
        return problems.stream().map(Violation::code).distinct().toList();
    }

    private static byte[] sample(String name) {
        try {
            return Files.readAllBytes(X12.MAPPINGS.resolve("samples/" + name + ".edi"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sent(String sender, String control, byte[] content, InterchangeStatus status) {
        database.unitOfWork().run(() -> database.interchanges()
                .insert(record(Direction.INBOUND, sender, control, status), Optional.empty(), content));
    }

    private static InterchangeRecord record(Direction way, String partner, String control, InterchangeStatus status) {
        return record(way, partner, control, status, "856");
    }

    private static InterchangeRecord record(
            Direction way, String partner, String control, InterchangeStatus status, String code) {
        boolean isInbound = way == Direction.INBOUND;
        return new InterchangeRecord(
                0,
                way,
                isInbound ? "ZZ:" + partner : "ZZ:LOTTRACE",
                isInbound ? "ZZ:LOTTRACE" : "ZZ:" + partner,
                control,
                List.of(code),
                control + ".edi",
                status,
                Bakery.CLOCK.instant(),
                List.of());
    }

    /** What ACME announced is what ACME gets. */
    private Optional<Outcome<OutboundTransactionSet>> again(String code, String key, Party receiver) {
        if (!code.equals("856")) {
            return Optional.empty();
        }
        PartnerFolder partners = new PartnerFolder(folder);
        SetLevels levels = SetLevels.of(X12.read(sample("sopi")).get(0).segments());
        ShipNotice notice = MessageReader.read(
                        partners.binding("lenient").read(levels), levels, PartnerSwitches.NONE, receiver.id())
                .notice()
                .orElseThrow();
        String xml = partners.binding(receiver.profile().mapping())
                .write(MessageWriter.write(notice, new MessageWriter.Names("Bakery", receiver.name())));
        return Optional.of(
                new Outcome.Done<>(new OutboundTransactionSet(code, "SH", "004010", receiver, key, xml, false)));
    }

    private AuditLog noting() {
        return (AuditLog) Proxy.newProxyInstance(
                AuditLog.class.getClassLoader(), new Class<?>[] {AuditLog.class}, (proxy, method, given) -> {
                    if (!method.getName().equals("configured")) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    audited.add(((Caller) given[0]).name() + " " + given[1] + " " + given[2]);
                    return null;
                });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
