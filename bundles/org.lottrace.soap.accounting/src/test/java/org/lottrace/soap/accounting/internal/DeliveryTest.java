package org.lottrace.soap.accounting.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.web.gate.testing.GatedServer;

/** The journal, entry by entry, as an accounting system takes it. */
class DeliveryTest {
    private static final GatedServer SERVER = GatedServer.start()
            .with(
                    "/accounting",
                    new AccountingEndpoint(
                            TestOperations.over(new BakeryReceivers(), new BakeryCompanies(), new BakeryCosting())))
            .with(
                    "/of-one-company",
                    new AccountingEndpoint(TestOperations.over(
                            new String[] {"erp=BAKERY-US"},
                            new BakeryReceivers(),
                            new BakeryCompanies(),
                            new BakeryCosting())));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"takeJournal", "acknowledgeJournal", "rejectJournalEntry", "resendJournal"})
    void answers_as_its_own_schema_says(String operation) {
        Answer answer = ask(Example.of(operation));

        assertEquals(200, answer.status());
        answer.requireValid();
    }

    @Test
    void a_receiver_takes_entries_and_is_told_what_it_waits_for() {
        Answer answer = ask(Example.of("takeJournal"));

        assertEquals(List.of("N1", "S1"), answer.texts("eventId"));
        assertEquals(List.of("141", "142"), answer.texts("accountNumber"));
        assertEquals(List.of("3"), answer.texts("waitsForEntry"));
        assertEquals(List.of("true"), answer.texts("more"));
        assertEquals(List.of("2"), answer.texts("sent"));
        assertEquals(List.of("1"), answer.texts("waiting"), "how many events are not booked");
    }

    @Test
    void a_receiver_of_a_company_takes_the_journal_of_its_books() {
        Answer answer = ask(Example.of("takeJournal").replace("</most>", "</most><company>BAKERY-US</company>"));

        assertEquals(List.of("BAKERY-US"), answer.texts("company"));
        answer.requireValid();
        assertEquals(List.of(), ask(Example.of("takeJournal")).texts("company"));
        assertEquals(
                List.of("COMPANY_UNKNOWN"),
                ask(Example.of("takeJournal").replace("</most>", "</most><company>NOBODY</company>"))
                        .texts("code"));
    }

    @Test
    void what_was_said_before_is_answered_as_the_first_time() {
        assertEquals(List.of("1"), ask(Example.of("acknowledgeJournal")).texts("acknowledged"));
        assertEquals(List.of("7"), ask(Example.of("rejectJournalEntry")).texts("number"));
        assertEquals(List.of("1"), ask(Example.of("resendJournal")).texts("acknowledged"));
    }

    @Test
    void a_refusal_has_every_reason_with_its_place() {
        Answer answer = ask(Example.of("takeJournal").replace(">100<", ">1001<"));

        assertEquals(500, answer.status());
        assertEquals(List.of("RECEIVER_NAME_WRONG", "ENTRY_COUNT_WRONG"), answer.texts("code"));
        assertEquals(List.of("receiver", "most"), answer.texts("field"));
        assertEquals(
                List.of("ENTRY_NOT_SENT"),
                ask(Example.of("acknowledgeJournal").replace(">1<", ">9<")).texts("code"));
    }

    /** The service itself looks whose books a receiver gets. */
    @ParameterizedTest
    @ValueSource(strings = {"takeJournal", "acknowledgeJournal", "rejectJournalEntry", "resendJournal"})
    void a_login_of_one_company_need_not_say_it_of_a_receiver_that_is_known(String operation) {
        Answer answer = Answer.of(SERVER.post("/of-one-company", Example.of(operation)));

        assertEquals(200, answer.status(), answer.toString());
    }

    private static Answer ask(String envelope) {
        return Answer.of(SERVER.post("/accounting", envelope));
    }
}
