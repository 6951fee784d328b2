package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.EventId;

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

    @Test
    void what_went_into_an_order_is_a_report_when_its_output_is_reported_with_it() {
        String more = Example.INBOUND.replace("<quantity unit=\"KGM\">400</quantity>", TOO_MUCH);

        Answer answer = company.post(more).valid();

        assertEquals(List.of("RECORDED", "RECORDED", "RECORDED", "RECORDED"), answer.all("result"), answer.body());
        assertEquals(List.of("NOTICE_MISSING", "STOCK_UNEXPLAINED"), answer.all("finding"));
        assertTrue(
                company.ledger()
                        .find(new EventId("ham:2026-03-03:0002"))
                        .orElseThrow()
                        .event()
                        .edges()
                        .toString()
                        .contains("W26-017"),
                "the output is made of what went in");
    }

    @Test
    void what_went_in_after_the_output_was_reported_is_no_report_by_it() {
        String later = Example.INBOUND
                .replace("<quantity unit=\"KGM\">400</quantity>", TOO_MUCH)
                .replaceFirst("(?s)(<consumption>.*?<time>).*?(</time>)", "$12026-03-03T23:59:00+01:00$2");

        assertEquals(
                List.of("STOCK_INSUFFICIENT line[1].quantity"),
                company.post(later).valid().violations());
    }

    @Test
    void what_was_asked_for_and_is_told_again_with_its_output_is_recorded_already() {
        String asked = Example.INBOUND.replaceFirst("(?s)<production>.*</production>", "");
        assertEquals(List.of("RECORDED", "RECORDED", "RECORDED"), results(asked));

        assertEquals(
                List.of("ALREADY_RECORDED", "ALREADY_RECORDED", "ALREADY_RECORDED", "RECORDED"),
                results(Example.INBOUND));
    }

    @Test
    void goods_that_come_back_had_left_and_what_arrives_had_set_out() {
        company.post(Example.SITES.replace("<id>HAM</id>", "<id>BRE</id>").replace("4000000003007", "4000000003014"));
        company.post(Example.INBOUND);
        String goods =
                "<line><lot><item>R-WHEAT</item><number>W26-017</number></lot>%s<quantity unit=\"KGM\">9999</quantity></line>";
        String shipment = movement("shipment", "s1", "2026-03-04T08:00:00+01:00", "HAM")
                + "<number>SH-1</number><customer>C-200</customer>"
                + goods.formatted("<location>SILO-1</location>").replace("</line>", "<orderLine>1</orderLine></line>")
                + "</shipment>";
        String returned = movement("customerReturn", "t1", "2026-03-05T08:00:00+01:00", "HAM")
                + "<number>RT-1</number><shipment>SH-1</shipment>"
                + goods.formatted("<location>DOCK</location>") + "</customerReturn>";
        String dispatch = movement("dispatch", "d1", "2026-03-06T08:00:00+01:00", "HAM") + "<toSite>BRE</toSite>"
                + goods.formatted("<location>SILO-1</location>") + "</dispatch>";
        String arrival = movement("arrival", "a1", "2026-03-07T08:00:00+01:00", "BRE") + "<location>DOCK</location>"
                + goods.formatted("") + "</arrival>";

        assertEquals(List.of("REFUSED", "REFUSED"), results(list(shipment + dispatch)));
        assertEquals(
                List.of("RECORDED", "RECORDED", "RECORDED", "RECORDED"),
                results(list(shipment + returned + dispatch + arrival)));
    }

    @ParameterizedTest
    @CsvSource({
        "<item>R-WHEAT</item>, <item>R-WHEAT</item>, RECORDED",
        "<item>R-WHEAT</item>, '', RECORDED",
        "'', <item>R-WHEAT</item>, RECORDED",
        "<item>R-WHEAT</item>, <item>F-FLOUR-1</item>, REFUSED",
    })
    void what_arrives_shows_no_lot_of_another_item_to_have_set_out(String dispatched, String arrived, String result) {
        company.post(Example.SITES.replace("<id>HAM</id>", "<id>BRE</id>").replace("4000000003007", "4000000003014"));
        company.post(Example.INBOUND);
        String goods = "<line><lot>%s<number>W26-017</number></lot>%s<quantity unit=\"KGM\">9999</quantity></line>";
        String dispatch = movement("dispatch", "d1", "2026-03-06T08:00:00+01:00", "HAM") + "<toSite>BRE</toSite>"
                + goods.formatted(dispatched, "<location>SILO-1</location>") + "</dispatch>";
        String arrival = movement("arrival", "a1", "2026-03-07T08:00:00+01:00", "BRE") + "<location>DOCK</location>"
                + goods.formatted(arrived, "") + "</arrival>";

        assertEquals(result, results(list(dispatch + arrival)).get(0));
    }

    private static String movement(String kind, String id, String time, String site) {
        return "<" + kind + "><eventId>" + id + "</eventId><time>" + time + "</time><site>" + site + "</site>";
    }

    private static String list(String movements) {
        return Example.INBOUND.replaceFirst("(?s)<receipt>.*</production>", movements);
    }

    private List<String> results(String document) {
        return company.post(document).valid().all("result");
    }

    private static String withTooMuch(String document) {
        return asked(document.replace("<quantity unit=\"KGM\">400</quantity>", TOO_MUCH));
    }

    private static String asked(String document) {
        return document.replaceFirst("(?s)(<consumption>.*?</site>)", "$1<basis>REQUESTED</basis>");
    }
}
