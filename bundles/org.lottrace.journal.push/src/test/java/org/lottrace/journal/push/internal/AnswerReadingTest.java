package org.lottrace.journal.push.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer means, by what SOAP says and by expressions of an administrator. */
class AnswerReadingTest {
    private static final String SOAP_11 =
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>%s</s:Body></s:Envelope>";
    private static final String SOAP_12 =
            "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body>%s</s:Body></s:Envelope>";
    private static final String FAULT_11 =
            "<s:Fault><faultcode>%s</faultcode><faultstring> no such\n account </faultstring></s:Fault>";
    private static final String FAULT_12 =
            "<s:Fault><s:Code><s:Value>s:%s</s:Value></s:Code><s:Reason><s:Text>no such account</s:Text></s:Reason></s:Fault>";

    private final AnswerReading usual = new AnswerReading("", "", "");

    @Test
    void an_answer_without_a_fault_accepts() {
        assertEquals(new Verdict.Accepted(), read(usual, 200, SOAP_11.formatted("<ok/>")));
        assertEquals(new Verdict.Accepted(), read(usual, 202, SOAP_12.formatted("")));
    }

    @Test
    void a_page_is_no_answer_although_it_is_xml() {
        assertTrue(read(usual, 200, "<html><body>Please log in</body></html>") instanceof Verdict.Unclear);
    }

    @Test
    void an_expression_can_ask_whether_the_answer_is_about_the_entry_that_was_sent() {
        AnswerReading own = new AnswerReading("//ref = $key", "//bad", "//why");

        assertEquals(new Verdict.Accepted(), read(own, 200, "<r><ref>ERP-7</ref></r>"));
        assertTrue(read(own, 200, "<r><ref>ERP-6</ref></r>") instanceof Verdict.Unclear);
    }

    @Test
    void a_reason_is_one_line() {
        AnswerReading own = new AnswerReading("//ok", "//bad", "//why");

        assertEquals(
                new Verdict.Rejected("no account WARN made up"),
                read(own, 200, "<r><bad/><why>no account\n\u2028WARN made up</why></r>"));
    }

    @ParameterizedTest
    @CsvSource({"s:Client", "soap:Client", "Client", "s:Client.Account"})
    void a_fault_of_the_client_rejects(String code) {
        assertEquals(
                new Verdict.Rejected("no such account"), read(usual, 500, SOAP_11.formatted(FAULT_11.formatted(code))));
    }

    @Test
    void a_fault_of_the_sender_rejects() {
        assertEquals(
                new Verdict.Rejected("no such account"),
                read(usual, 400, SOAP_12.formatted(FAULT_12.formatted("Sender"))));
    }

    @ParameterizedTest
    @CsvSource({"s:Server", "s:MustUnderstand", "s:ClientX"})
    void another_fault_is_an_error_of_the_service_whatever_its_status(String code) {
        for (int status : new int[] {200, 500}) {
            Verdict.Unclear unclear =
                    (Verdict.Unclear) read(usual, status, SOAP_11.formatted(FAULT_11.formatted(code)));
            assertEquals("the service answers " + status + ": no such account", unclear.reason());
            assertTrue(unclear.isAboutEntry());
        }
        assertTrue(read(usual, 500, SOAP_12.formatted(FAULT_12.formatted("Receiver"))) instanceof Verdict.Unclear);
        assertTrue(read(usual, 500, SOAP_11.formatted("<ok/>")) instanceof Verdict.Unclear);
    }

    @ParameterizedTest
    @CsvSource({"OK, Accepted[]", "DUPLICATE, Accepted[]", "BAD, Rejected[reason=no account 99]"})
    void expressions_read_the_words_of_the_other_side(String status, String verdict) {
        AnswerReading own = new AnswerReading(
                "//*[local-name()='status']='OK' or //*[local-name()='status']='DUPLICATE'",
                "//*[local-name()='status']='BAD'",
                "concat('no account ', //*[local-name()='account'])");

        assertEquals(
                verdict,
                read(own, 200, "<r xmlns='urn:x'><status>" + status + "</status><account>99</account></r>")
                        .toString());
    }

    @Test
    void what_neither_accepts_nor_rejects_is_not_clear() {
        AnswerReading own = new AnswerReading("//ok", "//bad", "//why");

        assertTrue(read(own, 200, "<perhaps/>") instanceof Verdict.Unclear);
        assertTrue(read(own, 200, "<r><ok/><bad/><why>both</why></r>") instanceof Verdict.Rejected);
    }

    @ParameterizedTest
    @CsvSource({"''", "no XML", "<html><body>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"})
    void what_is_no_xml_or_has_a_document_type_is_not_clear(String body) {
        assertTrue(read(usual, 200, body) instanceof Verdict.Unclear);
    }

    @Test
    void a_reason_of_any_length_fits() {
        Verdict verdict = read(
                usual, 500, SOAP_11.formatted(FAULT_11.formatted("s:Client").replace("no such", "x".repeat(5000))));

        assertTrue(((Verdict.Rejected) verdict).reason().length() < 2_000);
    }

    @Test
    void what_is_no_xpath_is_told_with_its_name() {
        IllegalArgumentException told =
                assertThrows(IllegalArgumentException.class, () -> new AnswerReading("//[", "", ""));

        assertTrue(told.getMessage().startsWith("accepted.when is no XPath"), told.getMessage());
        for (String wrong : new String[] {"//ref = $entry", "invent(.)", "x:a = 1"}) {
            assertThrows(IllegalArgumentException.class, () -> new AnswerReading("", wrong, ""), wrong);
        }
    }

    private static Verdict read(AnswerReading reading, int status, String body) {
        return reading.read("ERP-7", status, body.getBytes(StandardCharsets.UTF_8));
    }
}
