package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbound movements of the examples, of which the second consumption takes more than there is. */
class TogetherIT {
    private static final String TOGETHER =
            Example.INBOUND.replace("<captureMovements ", "<captureMovements allOrNone=\"true\" ");
    private static final String TOO_MUCH = "<quantity unit=\"KGM\">5001</quantity>";

    private final Company company = new Company();

    @BeforeEach
    void prepare() {
        Stream.of(Example.PARTNERS, Example.ITEMS, Example.SITES, Example.PURCHASE_ORDERS)
                .forEach(company::post);
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void each_movement_has_an_outcome_of_its_own() {
        Answer answer = company.post(withTooMuch(Example.INBOUND)).valid();

        // what came out has come out, whatever was wrong with the request to consume: it is a case until that is mended
        assertEquals(List.of("RECORDED", "RECORDED", "REFUSED", "RECORDED"), answer.all("result"));
        assertEquals(List.of("STOCK_INSUFFICIENT line[1].quantity"), answer.violations());
        assertTrue(answer.body().contains("NOTHING_CONSUMED"), answer.body());
    }

    @Test
    void all_are_captured_or_none() {
        Answer refused = company.post(withTooMuch(TOGETHER));

        assertEquals(500, refused.status());
        assertTrue(
                refused.violations().contains("STOCK_INSUFFICIENT consumption[1].line[1].quantity"),
                () -> refused.violations().toString());
        assertEquals(0, company.ledger().head());

        assertEquals(List.of("RECORDED", "RECORDED", "RECORDED", "RECORDED"), results(TOGETHER));
        assertEquals(4, company.ledger().head());
        assertEquals(
                List.of("ALREADY_RECORDED", "ALREADY_RECORDED", "ALREADY_RECORDED", "ALREADY_RECORDED"),
                results(TOGETHER));
    }

    private List<String> results(String document) {
        return company.post(document).valid().all("result");
    }

    private static String withTooMuch(String document) {
        return document.replace("<quantity unit=\"KGM\">400</quantity>", TOO_MUCH);
    }
}
