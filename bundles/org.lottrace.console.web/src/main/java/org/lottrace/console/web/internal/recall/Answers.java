package org.lottrace.console.web.internal.recall;

import org.lottrace.api.recall.report.ConsigneeLine;

/** The form about one line of a consignee, as it begins. */
public final class Answers {
    private Answers() {}

    /** @return what they said last; before they said anything, all that did not come back is supposed to be still there */
    public static Form begin(ConsigneeLine line) {
        return line.answered()
                ? Form.empty("answer")
                        .with("onHand", line.onHand().amount().toPlainString())
                        .with("destroyed", line.destroyed().amount().toPlainString())
                        .with("used", line.used().amount().toPlainString())
                        .with("subRecalled", line.subRecalled() ? "yes" : "")
                : Form.empty("answer")
                        .with(
                                "onHand",
                                line.shipped().minus(line.returned()).amount().toPlainString());
    }
}
