package org.lottrace.soap.accounting.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.operation.Role;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.web.gate.testing.GatedServer;

/** Each role asks each question, and is refused for its role exactly where the catalogue says so. */
class RolesTest {
    private static final GatedServer SERVER = GatedServer.start()
            .with(
                    "/accounting",
                    new AccountingEndpoint(
                            TestOperations.over(new BakeryCosting(), new BakeryReceivers(), new BakeryNumbers())));

    private static final Map<String, String> OPERATIONS = Map.of(
            "getShipmentCogs", "cost.cogs",
            "getJournalOfDocument", "cost.journal-of-document",
            "getJournal", "cost.journal",
            "getLotCost", "cost.of-lot",
            "takeJournal", "journal.take",
            "acknowledgeJournal", "journal.acknowledge",
            "rejectJournalEntry", "journal.reject",
            "resendJournal", "journal.resend");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static List<Role> roles() {
        return Arrays.stream(Role.values()).filter(Role::isOfLogin).toList();
    }

    @ParameterizedTest
    @MethodSource("roles")
    void a_role_is_refused_what_is_not_its_own_and_nothing_else(Role role) {
        OPERATIONS.forEach((question, operation) -> assertEquals(
                !mayCall(role, operation),
                SERVER.postAs(GatedServer.userWith(role), "/accounting", Example.of(question))
                        .body()
                        .contains("ROLE_MISSING"),
                question));
    }

    private static boolean mayCall(Role role, String name) {
        return Catalogue.operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow()
                .roles()
                .contains(role);
    }
}
