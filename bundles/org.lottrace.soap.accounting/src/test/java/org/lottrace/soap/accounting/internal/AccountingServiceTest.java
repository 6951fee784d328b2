package org.lottrace.soap.accounting.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.web.gate.testing.GatedServer;

/** The service over HTTP, behind the gate, on CXF and MOXy. */
class AccountingServiceTest {
    private static final BakeryCosting COSTING = new BakeryCosting();
    private static final GatedServer SERVER = GatedServer.start()
            .with(
                    "/accounting",
                    new AccountingEndpoint(TestOperations.over(COSTING, new BakeryNumbers(), new BakeryCompanies())))
            .with(
                    "/of-one-company",
                    new AccountingEndpoint(TestOperations.over(
                            new String[] {"erp=BAKERY-US"}, COSTING, new BakeryNumbers(), new BakeryCompanies())))
            .with("/one-entry", new AccountingEndpoint(TestOperations.over(COSTING, new BakeryNumbers()), 1))
            .with("/no-entry", new AccountingEndpoint(TestOperations.over(COSTING, new BakeryNumbers()), 0));

    @BeforeEach
    void costing_runs() {
        COSTING.stopped(false);
        COSTING.rebuilding(false);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void tells_the_cost_of_goods_sold_of_a_shipment_by_lot() {
        Answer answer = ask(Example.of("getShipmentCogs"));

        assertEquals(200, answer.status());
        assertEquals(List.of("58.62"), answer.texts("amount"));
        assertEquals(List.of("58.62"), answer.texts("total"));
        assertEquals(List.of("B1"), answer.texts("number").subList(1, 2));
    }

    /** The bakery of this test has shipped nothing for the company. */
    @ParameterizedTest
    @CsvSource({
        "getShipmentCogs, </shipment>, BAKERY-US, SHIPMENT_UNKNOWN",
        "getShipmentCogs, </shipment>, NOBODY, COMPANY_UNKNOWN",
        "getLotCost, </lot>, BAKERY-US, LOT_WITHOUT_COST",
        "getLotCost, </lot>, NOBODY, COMPANY_UNKNOWN",
        "getJournal, </to>, NOBODY, COMPANY_UNKNOWN",
        "getJournalOfDocument, </document>, NOBODY, COMPANY_UNKNOWN"
    })
    void the_books_of_the_company_that_is_named_are_asked(String operation, String end, String company, String code) {
        Answer answer = ask(Example.of(operation).replace(end, end + "<company>" + company + "</company>"));

        assertEquals(List.of(code), answer.texts("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"getShipmentCogs", "getJournalOfDocument", "getJournal", "getLotCost"})
    void every_answer_says_how_far_the_books_are_and_how_many_events_wait(String operation) {
        Answer answer = ask(Example.of(operation));

        assertEquals(List.of("7"), answer.texts("position"));
        assertEquals(List.of("2026-03-02"), answer.texts("day"));
        assertEquals(List.of("8"), answer.texts("ledger"));
        assertEquals(List.of("1"), answer.texts("waiting"));
        answer.requireValid();
    }

    @Test
    void a_login_of_one_company_is_told_that_it_may_not_use_the_books_of_others() {
        String example = Example.of("getShipmentCogs");
        String refused = SERVER.post("/of-one-company", example).body();
        Answer own = Answer.of(SERVER.post(
                "/of-one-company", example.replace("</shipment>", "</shipment><company>BAKERY-US</company>")));

        assertTrue(refused.contains("ROLE_MISSING"), refused);
        assertTrue(refused.contains("erp may use only the books of company BAKERY-US"), refused);
        assertEquals(List.of("SHIPMENT_UNKNOWN"), own.texts("code"), "its own are asked");
    }

    @Test
    void costs_are_not_for_everybody_who_may_log_in() {
        String answer = SERVER.postAs("coordinator", "/accounting", Example.of("getShipmentCogs"))
                .body();

        assertTrue(answer.contains("soap:Client") && answer.contains("ROLE_MISSING"), answer);
    }

    @Test
    void tells_the_balanced_journal_of_a_document() {
        Answer answer = ask(Example.of("getJournalOfDocument"));

        assertEquals(List.of("COST_OF_GOODS_SOLD", "INVENTORY"), answer.texts("account"));
        assertEquals(List.of("58.62", "-58.62"), answer.texts("amount"));
    }

    @Test
    void tells_the_balanced_journal_of_a_period() {
        Answer answer = ask(Example.of("getJournal"));

        BigDecimal sum = answer.texts("amount").stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(2, answer.texts("entry").size());
        assertEquals(0, sum.signum());
        assertEquals(List.of("2026-03-02", "2026-03-02"), answer.texts("accountingDate"));
    }

    @Test
    void a_line_has_its_number_in_the_chart_of_the_company_and_an_entry_says_whether_that_stays() {
        Answer answer = ask(Example.of("getJournal"));

        assertEquals(List.of("141", "142"), answer.texts("accountNumber"));
        assertEquals(List.of("true", "false"), answer.texts("numbersKept"));
    }

    @Test
    void tells_what_a_lot_costs_and_where_that_came_from_down_to_the_receipt() {
        Answer answer = ask(Example.of("getLotCost"));

        assertEquals(List.of("78.17", "19.54", "97.71", "156.33", "195.41"), answer.texts("value"));
        assertEquals(List.of("1", "2"), answer.texts("level"));
        assertEquals(List.of("M1", "N1"), answer.texts("eventId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"getShipmentCogs", "getJournalOfDocument", "getJournal", "getLotCost"})
    void answers_as_its_own_schema_says(String operation) {
        ask(Example.of(operation)).requireValid();
    }

    @ParameterizedTest
    @CsvSource({
        "getShipmentCogs, <shipment>S1<, <shipment>S9<, SHIPMENT_UNKNOWN, shipment",
        "getLotCost, >B1<, >B2<, LOT_WITHOUT_COST, lot",
        "getJournal, <to>2026-03-31<, <to>2026-02-28<, PERIOD_REVERSED, to",
        "getJournal, <to>2026-03-31<, <to>2027-03-08<, PERIOD_TOO_LONG, to",
        "getJournal, <to>2026-03-31<, <to>9999-12-31<, PERIOD_TOO_LONG, to",
        "getJournal, <to>2026-03-31<, <to>2026-03-31Z<, SCHEMA_INVALID, to",
        "getJournalOfDocument, <type>SHIPMENT<, <type>INVOICE<, SCHEMA_INVALID, document.type"
    })
    void refuses_what_it_cannot_answer_with_a_code(
            String operation, String text, String wrong, String code, String field) {
        Answer answer = ask(Example.of(operation).replace(text, wrong));

        assertEquals(500, answer.status());
        assertTrue(answer.texts("code").contains(code), answer.texts("code").toString());
        assertTrue(answer.texts("field").contains(field), answer.texts("field").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"getShipmentCogs", "getJournalOfDocument", "getJournal", "getLotCost"})
    void says_that_costing_stopped_instead_of_answering_old_numbers(String operation) {
        COSTING.stopped(true);

        Answer answer = ask(Example.of(operation));

        assertEquals(List.of("COSTING_STOPPED"), answer.texts("code"));
        assertTrue(answer.texts("message").get(0).contains("event N7 at ledger position 7"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 'with 2026-03-02 the journal from 2026-03-01 has more than 1 entries; nothing of it was sent. Ask up to 2026-03-01, then from 2026-03-02'",
        "2026-03-02, 'with 2026-03-02 the journal from 2026-03-02 has more than 1 entries; nothing of it was sent. Ask for its documents one by one (getJournalOfDocument)'",
    })
    void a_journal_that_is_too_large_for_an_answer_is_refused_with_the_period_to_ask_for(String from, String advice) {
        Answer answer = Answer.of(SERVER.post(
                "/one-entry", Example.of("getJournal").replace("<from>2026-03-01<", "<from>" + from + "<")));

        assertEquals(List.of("ANSWER_TOO_LARGE"), answer.texts("code"));
        assertEquals(List.of(advice), answer.texts("message"));
    }

    @Test
    void so_is_the_journal_of_a_document_with_more_entries_than_an_answer_has() {
        Answer answer = Answer.of(SERVER.post("/no-entry", Example.of("getJournalOfDocument")));

        assertEquals(List.of("ANSWER_TOO_LARGE"), answer.texts("code"));
    }

    @Test
    void says_that_the_books_are_being_built_again_instead_of_answering_half_of_them() {
        COSTING.rebuilding(true);

        Answer answer = ask(Example.of("getJournal"));

        assertEquals(List.of("COSTING_BEHIND"), answer.texts("code"));
        assertTrue(answer.texts("message").get(0).contains("booked 3 of 9 events"));
    }

    @Test
    void a_document_without_entries_has_an_empty_journal() {
        Answer answer = ask(Example.of("getJournalOfDocument").replace(">S1<", ">S9<"));

        assertEquals(200, answer.status());
        assertEquals(List.of(), answer.texts("entry"));
    }

    @Test
    void publishes_its_contract_of_which_a_client_has_one_answer_object_for_each_operation() {
        HttpRequest.Builder request =
                SERVER.request("/accounting?wsdl").header("Authorization", GatedServer.basic("erp", "secret"));

        String wsdl = SERVER.send(request).body();
        assertTrue(wsdl.contains("getShipmentCogs") && wsdl.contains("enableWrapperStyle>false<"), wsdl);
    }

    private Answer ask(String envelope) {
        return Answer.of(SERVER.post("/accounting", envelope));
    }
}
