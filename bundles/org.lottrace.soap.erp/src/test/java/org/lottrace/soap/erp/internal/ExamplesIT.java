package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Segregation;

/** The examples, sent one after the other to the real services: the story they tell is true. */
class ExamplesIT {
    private final Company company = new Company();

    @BeforeEach
    void master_data_and_orders() {
        assertEquals(List.of("3"), company.post(Example.PARTNERS).valid().all("saved"));
        assertEquals(List.of("2"), company.post(Example.ITEMS).valid().all("saved"));
        assertEquals(List.of("1"), company.post(Example.SITES).valid().all("saved"));
        assertEquals(List.of("1"), company.post(Example.PURCHASE_ORDERS).valid().all("saved"));
        assertEquals(List.of("1"), company.post(Example.SALES_ORDERS).valid().all("saved"));
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void the_tolerance_of_a_catch_weight_comes_back_as_it_was_sent_and_is_refused_where_nothing_is_compared_with_it() {
        String profile =
                "</segregationClass><profile><counting>%s</counting><catchWeightPercent>12</catchWeightPercent></profile>";

        company.post(Example.ITEMS.replace("</segregationClass>", profile.formatted("CATCH_WEIGHT")))
                .valid();
        assertEquals(List.of("12"), answer(Example.ASK_ITEMS).all("catchWeightPercent"));

        Answer refused = company.post(Example.ITEMS.replace("</segregationClass>", profile.formatted("FRACTIONS")));
        assertTrue(refused.body().contains("CATCH_WEIGHT_TOLERANCE_UNUSED"), refused.body());
        assertTrue(refused.body().contains("item[1].profile.catchWeightPercent"), refused.body());
    }

    @Test
    void a_line_for_a_substitute_comes_back_as_it_was_sent() {
        String order = Example.SALES_ORDERS.replace("SO-9001", "SO-9002").replace("</line>", """
                        </line><line><number>900001</number><item>R-WHEAT</item><quantity unit="KGM">5</quantity>\
                        <insteadOf><line>1</line><quantity unit="C62">3</quantity></insteadOf></line>""");

        Answer saved = company.post(order);

        assertEquals(List.of("1"), saved.valid().all("saved"), saved.body());
        String read = company.post(Example.ASK_SALES_ORDERS.replace("SO-9001", "SO-9002"))
                .valid()
                .body()
                .replaceAll("ns[0-9]+:", "");
        assertTrue(read.contains("<insteadOf><line>1</line><quantity unit=\"C62\">3</quantity></insteadOf>"), read);
    }

    @Test
    void an_item_keeps_its_segregation_classes() {
        assertEquals(
                new Segregation(Set.of("GLUTEN"), Set.of()),
                company.items().find(new ItemNumber("R-WHEAT")).orElseThrow().segregation());
        assertEquals(
                Segregation.NONE,
                company.items().find(new ItemNumber("F-FLOUR-1")).orElseThrow().segregation());
    }

    @Test
    void a_production_order_comes_back_as_it_was_sent() {
        assertEquals(
                List.of("1"), company.post(Example.PRODUCTION_ORDERS).valid().all("saved"));

        Answer order = answer(Example.ASK_PRODUCTION_ORDERS);

        assertEquals(List.of("FA-1", "10", "20"), order.all("number"));
        assertEquals(List.of("MAIN_PRODUCT", "COMPONENT"), order.all("role"));
        assertEquals(List.of("2.5"), order.all("scrapPercent"));
    }

    @Test
    void transfer_orders_come_back_page_by_page_as_they_were_sent() {
        company.post(Example.SITES.replace("<id>HAM</id>", "<id>LEJ</id>").replace("4000000003007", "4000000003014"));
        company.post(Example.TRANSFER_ORDERS).valid();
        company.post(Example.TRANSFER_ORDERS.replace("TR-1", "TR-2")).valid();

        Answer first =
                company.post(Example.ASK_TRANSFER_ORDERS.replace("50", "1")).valid();
        Answer second = company.post(
                        Example.ASK_TRANSFER_ORDERS.replace("<limit>50</limit>", "<after>TR-1</after><limit>1</limit>"))
                .valid();

        assertEquals(List.of("TR-1", "1"), first.all("number"), first.body());
        assertEquals(List.of("TR-1"), first.all("next"));
        assertEquals(List.of("TR-2", "1"), second.all("number"), second.body());
        assertEquals(List.of(), second.all("next"));
        String read = first.body().replaceAll("ns[0-9]+:", "");
        String sent = Example.TRANSFER_ORDERS.replaceAll(">\\s+<", "><");
        assertTrue(read.contains(sent.substring(sent.indexOf("<order>"), sent.indexOf("</saveTransferOrders>"))), read);
    }

    @Test
    void everything_is_recorded_from_the_receipt_to_the_release() {
        Answer inbound = company.post(Example.INBOUND).valid();
        Answer allocation = company.post(Example.ALLOCATION).valid();
        Answer outbound = company.post(Example.OUTBOUND).valid();

        assertEquals(Collections.nCopies(4, "RECORDED"), inbound.all("result"), inbound.body());
        assertEquals(List.of("200"), allocation.all("reserved"), allocation.body());
        assertEquals(List.of("0"), allocation.all("shortBy"));
        assertEquals(Collections.nCopies(7, "RECORDED"), outbound.all("result"), outbound.body());
        assertEquals(11, company.ledger().head());
    }

    @Test
    void every_question_is_answered_with_what_was_sent_and_what_happened() {
        company.post(Example.INBOUND);
        company.post(Example.ALLOCATION);
        company.post(Example.OUTBOUND);

        assertEquals(List.of("1000"), answer(Example.ASK_ITEMS).all("baseUnits"));
        assertEquals(
                List.of("DOCK", "SILO-1", "A-01", "PICK", "OUT"),
                answer(Example.ASK_SITES).all("id").subList(1, 6));
        assertEquals(
                List.of("Nordlicht Feinkost GmbH", "Agrar Ost eG"),
                answer(Example.ASK_PARTNERS).all("name"));
        assertEquals(
                List.of("PO-4711", "10"), answer(Example.ASK_PURCHASE_ORDERS).all("number"));
        assertEquals(List.of("SO-9001", "1"), answer(Example.ASK_SALES_ORDERS).all("number"));
        assertEquals(List.of("RETAIL"), answer(Example.ASK_SALES_ORDERS).all("channel"));
        assertEquals(
                List.of("Laboratory: below the limit"), answer(Example.ASK_LOTS).all("dispositionReason"));
        assertEquals(
                List.of("SHELF_LIFE_TOO_SHORT"), answer(Example.ASK_USABILITY).all("code"));
        assertEquals(List.of("0", "1"), answer(Example.ASK_TRACE).all("level"));
        assertTrue(answer(Example.ASK_WHEREABOUTS).all("state").contains("WITH_PARTY"));
        assertEquals(List.of("PRODUCE"), answer(Example.ASK_EVENT).all("type").subList(0, 1));
        assertEquals(List.of("200"), answer(Example.ASK_ALLOCATION).all("shipped"));
        assertEquals(List.of(), answer(Example.CANCEL_ALLOCATION).all("reservation"), "all of it was shipped");
    }

    @Test
    void what_is_reserved_is_shown_and_given_back_once() {
        company.post(Example.INBOUND);
        company.post(Example.ALLOCATION);

        assertEquals(List.of("200"), answer(Example.ASK_ALLOCATION).all("reserved"));
        Answer cancelled = answer(Example.CANCEL_ALLOCATION);
        assertEquals(List.of("SO-9001"), cancelled.all("salesOrder"), cancelled.body());
        assertEquals(List.of("200"), cancelled.all("quantity"));
        assertEquals(List.of("0"), answer(Example.ASK_ALLOCATION).all("reserved"));
        assertEquals(List.of("200"), answer(Example.ASK_ALLOCATION).all("shortBy"));
        assertEquals(List.of(), answer(Example.CANCEL_ALLOCATION).all("quantity"));
        assertEquals(List.of("200"), answer(Example.ALLOCATION).all("reserved"));
    }

    private Answer answer(String document) {
        Answer answer = company.post(document).valid();
        assertEquals(200, answer.status(), answer.body());
        return answer;
    }

    @Test
    void the_outcome_of_a_production_tells_the_number_of_the_new_lot() {
        Answer inbound = company.post(Example.INBOUND);

        assertEquals(
                "26062-HAM-1-0001",
                inbound.all("number").get(inbound.all("number").size() - 1));
    }

    @Test
    void the_same_movements_again_change_nothing() {
        company.post(Example.INBOUND);

        Answer again = company.post(Example.INBOUND).valid();

        assertEquals(Collections.nCopies(4, "ALREADY_RECORDED"), again.all("result"), again.body());
        assertEquals(List.of("1", "2", "3", "4"), again.all("ledgerPosition"));
        assertEquals(4, company.ledger().head());
    }

    @Test
    void stock_is_told_by_site_and_item_or_by_lot() {
        company.post(Example.INBOUND);
        String byLot = Example.STOCK
                .replace("<site>HAM</site>", "<lot><number>W26-017</number></lot>")
                .replace("<item>R-WHEAT</item>", "");

        assertEquals(List.of("4600"), company.post(Example.STOCK).valid().all("quantity"));
        assertEquals(List.of("4600"), company.post(byLot).valid().all("quantity"));
    }

    @Test
    void goods_are_in_transit_between_two_sites_until_their_pallet_arrives() {
        company.post(Example.SITES.replace("<id>HAM</id>", "<id>BRE</id>").replace("4000000003007", "4000000003014"));
        company.post(Example.INBOUND);
        String movements = Example.OUTBOUND.substring(0, Example.OUTBOUND.indexOf("<pick>")) + "%s"
                + Example.OUTBOUND.substring(Example.OUTBOUND.indexOf("</captureMovements>"));
        String lot = "<lot><item>R-WHEAT</item><number>W26-017</number></lot>";
        String pallet = "340000000000000021";

        Answer dispatched = company.post(movements.formatted(
                        "<dispatch><eventId>d1</eventId><time>2026-03-19T13:20:00+01:00</time><site>HAM</site>"
                                + "<toSite>BRE</toSite><container>" + pallet + "</container><line>" + lot
                                + "<location>SILO-1</location><quantity unit=\"KGM\">600</quantity></line></dispatch>"))
                .valid();
        assertEquals(List.of("RECORDED"), dispatched.all("result"), dispatched.body());
        Answer onTheRoad = company.post(
                        Example.STOCK.replace("<site>HAM</site>", lot).replace("<item>R-WHEAT</item>\n", "\n"))
                .valid();
        assertEquals(List.of("BRE"), onTheRoad.all("inTransitTo"), onTheRoad.body());
        assertEquals(List.of("4000", "600"), onTheRoad.all("quantity"));

        Answer arrived = company.post(movements.formatted(
                        "<arrival><eventId>a1</eventId><time>2026-03-20T07:00:00+01:00</time><site>BRE</site>"
                                + "<location>DOCK</location><unit>" + pallet + "</unit></arrival>"
                                + "<arrival><eventId>a2</eventId><time>2026-03-20T07:01:00+01:00</time><site>BRE</site>"
                                + "<location>DOCK</location><unit>" + pallet + "</unit></arrival>"))
                .valid();
        assertEquals(List.of("RECORDED", "REFUSED"), arrived.all("result"), arrived.body());
        assertEquals(List.of("UNIT_NOT_IN_TRANSIT unit[1]"), arrived.violations());
    }

    @Test
    void what_is_reported_is_recorded_and_says_what_was_wrong() {
        String reported = Example.INBOUND
                .replace("<quantity unit=\"KGM\">400<", "<quantity unit=\"KGM\">99999<")
                .replaceFirst("(?s)(<consumption>.*?</site>)", "$1<basis>REPORTED</basis>");

        Answer answer = company.post(reported).valid();

        assertEquals(List.of("RECORDED", "RECORDED", "RECORDED", "RECORDED"), answer.all("result"));
        assertEquals(List.of("NOTICE_MISSING", "STOCK_UNEXPLAINED"), answer.all("finding"));
    }

    @Test
    void one_refused_movement_does_not_keep_the_others_from_being_recorded() {
        String tooMuch = Example.INBOUND
                .replace("<quantity unit=\"KGM\">400<", "<quantity unit=\"KGM\">99999<")
                .replaceFirst("(?s)(<consumption>.*?</site>)", "$1<basis>REQUESTED</basis>");

        Answer answer = company.post(tooMuch).valid();

        assertEquals(List.of("RECORDED", "RECORDED", "REFUSED", "RECORDED"), answer.all("result"));
        assertEquals("STOCK_INSUFFICIENT line[1].quantity", answer.violations().get(0));
        assertTrue(answer.all("finding").contains("NOTHING_CONSUMED"), "what came out has come out: it is a case");
        assertEquals(3, company.ledger().head());
    }

    @Test
    void stock_that_is_too_much_for_an_answer_is_refused_with_what_to_ask_for() {
        company.post(Example.INBOUND);
        String site = Example.STOCK.replace("<item>R-WHEAT</item>", "");

        int balances = company.post(site).valid().all("balance").size();
        Answer fits = company.postWithAtMost(balances, site);
        Answer tooMuch = company.postWithAtMost(balances - 1, site);

        assertEquals(balances, fits.all("balance").size(), fits.body());
        assertEquals(List.of("ANSWER_TOO_LARGE item"), tooMuch.violations(), tooMuch.body());
        assertEquals(
                List.of(
                        "The answer would have " + balances + " balances, and " + (balances - 1)
                                + " are sent at most; nothing of it was sent. Ask for each item of the site, or for single lots."),
                tooMuch.all("message"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<actor>j.meyer</actor>", ""})
    void the_actor_of_a_movement_is_who_logged_in_whatever_name_the_request_gives(String actor) {
        company.post(Example.INBOUND.replace("<actor>j.meyer</actor>", actor));

        assertEquals(
                "erp",
                company.ledger()
                        .find(new EventId("ham:2026-03-02:0001"))
                        .orElseThrow()
                        .event()
                        .context()
                        .actor());
    }
}
