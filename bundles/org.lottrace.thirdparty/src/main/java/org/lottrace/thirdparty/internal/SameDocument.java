package org.lottrace.thirdparty.internal;

import java.util.List;
import org.lottrace.api.thirdparty.StockDocument;

/** Whether a document says what is recorded, where the issuer of each lot was filled in. */
final class SameDocument {
    private SameDocument() {}

    static boolean isSame(StockDocument given, StockDocument recorded) {
        List<StockDocument.Line> lines = recorded.lines();
        if (!given.from().equals(recorded.from())
                || !given.about().equals(recorded.about())
                || isForAnother(given, recorded)
                || !given.at().equals(recorded.at())
                || given.lines().size() != lines.size()) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!isSame(given.lines().get(i), lines.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Which customer a partner names depends on whom we know by then, so who names none does not say another one. */
    private static boolean isForAnother(StockDocument given, StockDocument recorded) {
        return given.customer().isPresent()
                && recorded.customer().isPresent()
                && !given.customer().equals(recorded.customer());
    }

    private static boolean isSame(StockDocument.Line given, StockDocument.Line recorded) {
        return given.item().equals(recorded.item())
                && (given.issuer().isEmpty() || given.issuer().equals(recorded.issuer()))
                && given.lot().equals(recorded.lot())
                && given.quantity().equals(recorded.quantity())
                && given.container().equals(recorded.container())
                && given.location().equals(recorded.location())
                && given.orderLine().equals(recorded.orderLine())
                && given.condition() == recorded.condition();
    }
}
