package org.lottrace.api.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;

/** The catalogue is complete, and {@code OPERATIONS.md} says what it says. */
class CatalogueTest {
    private static final Path DOCUMENT = Path.of("OPERATIONS.md");
    private static final Path MANUAL = Path.of("../../features/distribution/README.md");
    /** Who logs in, and who fails to, is nobody's business but theirs and an administrator's. */
    private static final List<String> AUDITORS_ONLY = List.of(
            "audit.list", "configuration.list", "login.list", "login.list-failed", "metrics.read", "token.list");

    private static final String WRITE =
            "mvn test -pl bundles/org.lottrace.api -Dtest=CatalogueTest -Doperations.document=write";

    @Test
    void every_name_is_there_once_and_says_subject_and_verb() {
        List<String> names =
                Catalogue.operations().stream().map(OperationDescription::name).toList();

        assertEquals(List.copyOf(new TreeSet<>(names)), names);
        names.forEach(name -> assertTrue(name.matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*"), name));
    }

    @Test
    void every_operation_and_every_code_has_its_sentence_and_nothing_else_has() {
        SortedSet<String> needed = new TreeSet<>(List.of(Operations.ROLE_MISSING));
        Catalogue.operations().forEach(operation -> {
            needed.add(operation.name());
            needed.addAll(operation.refusals());
        });

        assertEquals(needed, new TreeSet<>(Meanings.known()));
    }

    @Test
    void every_code_has_its_sentence_in_german_and_nothing_else_has() {
        SortedSet<String> codes = new TreeSet<>(Meanings.known());
        Catalogue.operations().forEach(operation -> codes.remove(operation.name()));

        assertEquals(codes, new TreeSet<>(Meanings.translated(Locale.GERMAN)));
    }

    @Test
    void every_service_has_operations_and_an_operation_is_found_by_its_method() throws NoSuchMethodException {
        Catalogue.services()
                .forEach(service -> assertTrue(
                        Stream.of(service.getMethods()).anyMatch(method -> method.isAnnotationPresent(Operation.class)),
                        service.getName()));
        Catalogue.operations()
                .forEach(operation ->
                        assertEquals(operation, Catalogue.of(operation.method()).orElseThrow()));
        Method internal = Object.class.getMethod("toString");
        assertTrue(Catalogue.of(internal).isEmpty());
    }

    @Test
    void somebody_may_call_each_operation_and_its_parts_have_names() {
        for (OperationDescription operation : Catalogue.operations()) {
            assertFalse(operation.roles().isEmpty(), operation.name());
            assertTrue(operation.request().stream().allMatch(Parameter::isNamePresent), operation.name());
        }
    }

    @Test
    void who_gives_a_reason_is_told_when_it_is_too_long() {
        assertEquals(
                List.of(),
                Catalogue.operations().stream()
                        .filter(operation -> operation.request().stream().anyMatch(CatalogueTest::saysWhy))
                        .filter(operation ->
                                operation.refusals().stream().noneMatch(code -> code.endsWith("_TOO_LONG")))
                        .map(OperationDescription::name)
                        .toList());
    }

    private static boolean saysWhy(Parameter part) {
        return part.getName().equals("reason")
                || part.getType().isRecord()
                        && Stream.of(part.getType().getRecordComponents())
                                .anyMatch(component -> component.getName().equals("reason"));
    }

    /** They come without a login: what they may do must not grow by an oversight. */
    @Test
    void a_consignee_answers_and_a_partner_announces_and_neither_does_anything_else() {
        assertEquals(List.of("recall-case.record-answer"), namesFor(Role.CONSIGNEE));
        assertEquals(
                List.of("expected-receipt.cancel", "expected-receipt.expect", "expected-receipt.replace"),
                namesFor(Role.TRADING_PARTNER));
    }

    @Test
    void what_changes_nothing_is_only_refused_for_its_own_reasons() {
        Catalogue.operations().stream()
                .filter(operation -> operation.repeat() == Repeat.READS)
                .forEach(operation -> assertEquals(
                        new TreeSet<>(List.of(operation
                                .method()
                                .getAnnotation(Operation.class)
                                .refusals())),
                        operation.refusals()));
    }

    /** What only those ask who would do it then. */
    private static final Set<String> CHECKS = Set.of(
            "interchange.check",
            "interchange.examine",
            "interchange.preview",
            "partner-mapping.preview",
            "import.check");

    @Test
    void an_auditor_reads_everything_and_changes_nothing() {
        Catalogue.operations()
                .forEach(operation -> assertEquals(
                        operation.repeat() == Repeat.READS && !CHECKS.contains(operation.name()),
                        operation.roles().contains(Role.AUDITOR),
                        operation.name()));
    }

    /** Moves nothing: what goods cost is said by documents, and where they are by others. */
    @Test
    void an_accountant_records_what_things_cost_and_changes_nothing_else() {
        List<String> expected = new ArrayList<>(namesFor(Role.AUDITOR));
        expected.removeAll(AUDITORS_ONLY);
        expected.addAll(List.of(
                "account-number.keep",
                "cost.absorb",
                "cost.credit-note",
                "cost.invoice",
                "cost.landed",
                "cost.record-rates",
                "cost.take-over",
                "journal.acknowledge",
                "journal.reject",
                "journal.resend",
                "journal.take",
                "period.lock"));

        assertEquals(expected.stream().sorted().toList(), namesFor(Role.ACCOUNTANT));
    }

    /** Whoever records goods must not be able to make the differences fit, nor to let suspect goods go. */
    @Test
    void goods_are_moved_by_others_than_those_who_sign_for_them() {
        Set<Role> moving = EnumSet.of(Role.RECEIVER, Role.PRODUCER, Role.SHIPPER);
        for (String decision : List.of("movement.count", "movement.open", "movement.dispose", "lot.release")) {
            assertTrue(Collections.disjoint(moving, rolesFor(decision)), decision);
        }
        assertFalse(rolesFor("movement.receive").contains(Role.CONTROLLER));
    }

    @Test
    void who_signs_a_period_moves_no_goods() {
        assertEquals(Set.of(Role.CONTROLLER), rolesFor("period.sign"));
        assertEquals(Set.of(Role.CONTROLLER), rolesFor("period.reopen"));
        assertEquals(Set.of(Role.ACCOUNTANT, Role.CONTROLLER), rolesFor("period.lock"));
        assertTrue(Catalogue.operations().stream()
                .filter(operation -> operation.name().startsWith("movement."))
                .filter(operation -> operation.roles().contains(Role.CONTROLLER))
                .allMatch(operation -> Set.of("movement.count", "movement.open").contains(operation.name())));
    }

    /** What the login of an ERP system was given before there were narrower roles it still may do; it closes no books. */
    @Test
    void the_role_lottrace_may_do_what_the_roles_of_one_kind_of_work_may() {
        Map<Role, List<String>> beyondLottrace = Map.of(
                Role.QUALITY, List.of("recall.isolate"),
                Role.ACCOUNTANT, List.of("period.lock"),
                Role.CONTROLLER, List.of("period.lock", "period.reopen", "period.sign"),
                Role.AUDITOR, AUDITORS_ONLY);
        for (Role narrow : EnumSet.range(Role.MASTER_DATA, Role.AUDITOR)) {
            List<String> more = new ArrayList<>(namesFor(narrow));
            more.removeAll(namesFor(Role.OPERATOR));
            assertEquals(beyondLottrace.getOrDefault(narrow, List.of()), more, narrow.code());
        }
    }

    /** Who books by the numbers does not choose them; the ERP system has the chart. */
    @Test
    void an_accountant_reads_the_rules_of_accounts_and_a_controller_changes_them() {
        assertEquals(Set.of(Role.ADMINISTRATOR, Role.OPERATOR, Role.CONTROLLER), rolesFor("account-rule.save"));
        assertTrue(rolesFor("account-rule.list").contains(Role.ACCOUNTANT));
    }

    private static Set<Role> rolesFor(String name) {
        return Catalogue.operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow()
                .roles();
    }

    private static List<String> namesFor(Role role) {
        return Catalogue.operations().stream()
                .filter(operation -> operation.roles().contains(role))
                .map(OperationDescription::name)
                .toList();
    }

    @Test
    void the_document_says_what_the_catalogue_says() throws IOException {
        if ("write".equals(System.getProperty("operations.document"))) {
            Files.writeString(DOCUMENT, CatalogueDocument.text());
            Files.writeString(MANUAL, RolesDocument.in(Files.readString(MANUAL)));
        }

        assertEquals(CatalogueDocument.text(), Files.readString(DOCUMENT), "write it anew: " + WRITE);
        assertEquals(RolesDocument.in(Files.readString(MANUAL)), Files.readString(MANUAL), "write it anew: " + WRITE);
    }
}
