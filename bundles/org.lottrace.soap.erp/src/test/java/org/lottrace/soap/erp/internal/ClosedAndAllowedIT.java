package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.fixture.Outcomes;
import org.lottrace.api.master.MasterClosing;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.Masters;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRightScope;
import org.lottrace.api.right.LotRights;

/** An ERP is told what is closed, and what its user may not do with lots. */
class ClosedAndAllowedIT {
    private static final Caller ROOT = new Caller("root", Set.of(Role.ADMINISTRATOR));

    private final Company company = new Company();

    @BeforeEach
    void master_data_is_there() {
        Stream.of(Example.PARTNERS, Example.ITEMS, Example.SITES, Example.PURCHASE_ORDERS, Example.SALES_ORDERS)
                .forEach(company::post);
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void what_is_closed_is_named_beside_what_is_answered() {
        assertEquals(List.of(), all("getItems").all("closed"));
        String party = all("getPartners").all("id").get(0);
        close(MasterKind.ITEM, "R-WHEAT");
        close(MasterKind.SITE, "HAM");
        close(MasterKind.LOCATION, "HAM/SILO-1");
        close(MasterKind.PARTY, party);

        assertEquals(List.of("R-WHEAT"), all("getItems").all("closed"));
        assertEquals(List.of("HAM"), all("getSites").all("closed"));
        assertEquals(List.of("HAM/SILO-1"), all("getSites").all("closedLocation"));
        assertEquals(List.of(party), all("getPartners").all("closed"));
    }

    @Test
    void what_is_received_by_who_may_not_create_lots_is_recorded_as_a_case_that_says_who_may() {
        Outcomes.done(company.service(LotRights.class)
                .save(
                        ROOT,
                        new LotRightChange(
                                LotAction.CREATE, LotRightScope.EVERYTHING, Set.of("anna"), Set.of(), "as agreed")));

        Answer answer = company.post(Example.INBOUND);

        assertTrue(answer.body().contains("<finding>" + LotRights.LOT_RIGHT_MISSING + "</finding>"), answer.body());
        assertTrue(company.service(ExceptionCases.class).list(ExceptionFilter.NONE, Optional.empty(), 100).stream()
                .anyMatch(one -> one.code().equals(LotRights.LOT_RIGHT_MISSING)
                        && one.message().contains("anna may")));
    }

    private Answer all(String operation) {
        String document = Example.CLOSE_MASTER;
        return company.post(document.substring(0, document.indexOf("<closeMaster"))
                        + "<" + operation + " xmlns=\"urn:lottrace:erp:1\"/>"
                        + document.substring(document.indexOf("</closeMaster>") + "</closeMaster>".length()))
                .valid();
    }

    private void close(MasterKind kind, String key) {
        Outcomes.done(company.service(Masters.class)
                .close(ROOT, new MasterClosing(new MasterReference(kind, key), "not any more", true)));
    }
}
