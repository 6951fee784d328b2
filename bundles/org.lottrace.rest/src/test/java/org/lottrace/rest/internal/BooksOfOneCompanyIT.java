package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.PartyBuilder;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.persistence.testing.TestDatabase;

/** The ERP may use the books of one company. */
class BooksOfOneCompanyIT {
    private static final PartyId OWN = new PartyId("BAKERY-US");
    private static final TestDatabase DATABASE = TestDatabase.h2().withBakery();
    private static final RestCompany COMPANY = open();

    private static RestCompany open() {
        DATABASE.unitOfWork().run(() -> DATABASE.parties()
                .save(PartyBuilder.aParty(OWN.value()).as(PartyRole.COMPANY).build()));
        DATABASE.unitOfWork()
                .run(() -> DATABASE.companyBooks().insert(new CompanyBooks(OWN, "USD", "", "controller", Bakery.NOW)));
        return new RestCompany(DATABASE, () -> {}, "erp=BAKERY-US");
    }

    @AfterAll
    static void stop() {
        COMPANY.close();
    }

    @Test
    void its_own_books_are_answered_and_others_refused_in_a_sentence() {
        assertEquals(200, COMPANY.get("/v1/cost/inventory?company=BAKERY-US").statusCode());

        for (String others : List.of(
                "/v1/cost/inventory",
                "/v1/cost/journal?from=2026-01-01&to=2026-03-31",
                "/v1/periods",
                "/v1/companies/unrealised-profit?keeper=BAKERY-US",
                "/v1/companies/transfer-prices?seller=BAKERY&buyer=BAKERY-US",
                "/v1/companies/eliminated-lots?from=2026-01-01&to=2026-03-31",
                "/v1/companies/eliminations?from=2026-01-01&to=2026-03-31")) {
            HttpResponse<String> answer = COMPANY.get(others);
            assertEquals(403, answer.statusCode(), others + answer.body());
            assertTrue(answer.body().contains("erp may use only the books of company BAKERY-US"), answer.body());
        }
    }

    @Test
    void what_is_in_no_books_is_as_before() {
        assertEquals(200, COMPANY.get("/v1/sites").statusCode());
    }

    /** Berlin is in the common books. */
    @Test
    void a_document_for_a_site_of_others_is_refused() {
        HttpResponse<String> answer = COMPANY.post("/v1/cost/invoices", """
                {"context": {"id": "i-1", "effective": "2026-03-01T08:00:00Z", "site": "BER"}, "supplier": "MILL", "number": "R-1",
                 "lines": [{"orderLine": "PURCHASE_ORDER:P1:1", "quantity": "1:KGM", "amount": "1.00:EUR"}]}""");

        assertTrue(answer.statusCode() == 403, answer.statusCode() + answer.body());
        assertTrue(answer.body().contains("which you may not use"), answer.body());
    }
}
