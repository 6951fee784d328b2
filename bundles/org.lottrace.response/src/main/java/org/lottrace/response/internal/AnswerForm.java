package org.lottrace.response.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.report.ConsigneeLine;

/**
 * The fields of the page. A field of a line is named as {@code onHand-0}, with the place of the line from 0. Amounts are in
 * the base unit, with a decimal point or a decimal comma.
 */
final class AnswerForm {
    static final String ON_HAND = "onHand";
    static final String DESTROYED = "destroyed";
    static final String USED = "used";
    static final String CERTIFICATE = "certificate";
    static final String TOLD = "told";
    static final String NAME = "name";

    private final Function<String, String> entered;
    private final List<String> problems = new ArrayList<>();

    /** @param entered the text of a field by its name; never null */
    AnswerForm(Function<String, String> entered) {
        this.entered = entered;
    }

    static String field(String name, int line) {
        return name + "-" + line;
    }

    String text(String field) {
        return entered.apply(field).strip();
    }

    /** @return one answer for each line; worth something only when there are no {@link #problems()} */
    List<ConsigneeAnswer> answers(OpenNotice notice) {
        problems.clear();
        if (text(NAME).isEmpty()) {
            problems.add("Please say who answers.");
        }
        List<ConsigneeAnswer> answers = new ArrayList<>();
        for (int i = 0; i < notice.lines().size(); i++) {
            ConsigneeLine line = notice.lines().get(i);
            answers.add(new ConsigneeAnswer(
                    notice.consignee().party(),
                    line.shipment(),
                    line.lot(),
                    amount(ON_HAND, "still have", i, line),
                    amount(DESTROYED, "destroyed", i, line),
                    amount(USED, "sold or used", i, line),
                    !text(field(TOLD, i)).isEmpty(),
                    text(field(CERTIFICATE, i)),
                    text(NAME),
                    ""));
        }
        return answers;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private Quantity amount(String name, String label, int i, ConsigneeLine line) {
        String text = text(field(name, i));
        if (!text.matches("\\d{1,12}([.,]\\d{1,6})?")) {
            problems.add("Lot " + line.lot().number() + " of shipment "
                    + line.shipment().number() + ": please say how much you " + label + ", 0 when it is nothing"
                    + (text.isEmpty() ? "." : "; \"" + text + "\" is no amount."));
            return new Quantity(BigDecimal.ZERO, line.shipped().unit());
        }
        return new Quantity(
                new BigDecimal(text.replace(',', '.')), line.shipped().unit());
    }
}
