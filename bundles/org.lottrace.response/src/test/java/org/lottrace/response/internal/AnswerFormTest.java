package org.lottrace.response.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.ConsigneeLine;
import org.lottrace.api.recall.report.FollowUp;

class AnswerFormTest {
    private static final Quantity NONE = Quantity.of("0", "C62");

    private final Map<String, String> entered =
            new HashMap<>(Map.of("name", "A. Nowak", "onHand-0", "12", "destroyed-0", "0", "used-0", "228"));
    private final AnswerForm form = new AnswerForm(name -> entered.getOrDefault(name, ""));

    @Test
    void what_was_entered_becomes_the_answer_about_the_line() {
        entered.put("told-0", "yes");
        entered.put("certificate-0", "D-17");

        ConsigneeAnswer answer = form.answers(notice()).get(0);

        assertEquals(List.of(), form.problems());
        assertEquals(Quantity.of("12", "C62"), answer.onHand());
        assertEquals(Quantity.of("228", "C62"), answer.used());
        assertEquals("D-17", answer.certificate());
        assertTrue(answer.subRecalled());
        assertEquals("A. Nowak", answer.saidBy());
    }

    @ParameterizedTest
    @CsvSource({"'1,5', 1.5", "'0.000001', 0.000001", "' 7 ', 7", "0, 0"})
    void amounts_are_read_with_point_or_comma(String text, String amount) {
        entered.put("onHand-0", text);

        assertEquals(Quantity.of(amount, "C62"), form.answers(notice()).get(0).onHand());
        assertEquals(List.of(), form.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "many", "1.2.3", "1.0000001", "1e9"})
    void what_is_no_amount_is_said_with_its_line(String text) {
        entered.put("onHand-0", text);

        form.answers(notice());

        assertEquals(1, form.problems().size());
        assertTrue(form.problems().get(0).startsWith("Lot L-081 of shipment SH-1: please say how much you still have"));
    }

    @Test
    void all_problems_are_said_at_once_and_the_page_keeps_what_was_entered() throws Exception {
        entered.putAll(Map.of("name", " ", "destroyed-0", "<b>", "used-0", ""));

        form.answers(notice());
        String page = AnswerHtml.form(notice(), "token", form, form.problems());

        assertEquals(3, form.problems().size());
        assertTrue(page.contains("value=\"12\""), page);
        assertTrue(page.contains("value=\"&lt;b&gt;\""), page);
        assertFalse(page.contains("<b>"), page);
    }

    private static OpenNotice notice() {
        ConsigneeLine line = new ConsigneeLine(
                new DocumentReference(DocumentType.SHIPMENT, "SH-1"),
                new LotKey(Bakery.COMPANY, Bakery.BREAD, new LotNumber("L-081")),
                Quantity.of("240", "C62"),
                NONE,
                NONE,
                NONE,
                NONE,
                false,
                false);
        return new OpenNotice(
                "R-000001/MARKET/1",
                RecallCaseId.of(1),
                new Consignee(
                        Bakery.MARKET,
                        "Supermarket",
                        "",
                        "",
                        List.of(line),
                        Optional.of(Bakery.NOW),
                        "EMAIL",
                        0,
                        FollowUp.WAITING,
                        Optional.empty(),
                        Optional.empty()),
                Bakery.NOW);
    }
}
