package org.lottrace.benchmark;

import java.math.BigDecimal;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Trace;

/**
 * Tells one recall report from another.
 *
 * @param lots number of lots
 * @param balances number of places where they are
 * @param onHand what there is
 * @param handovers number of receipts and shipments
 * @param handedOver what was received and shipped
 */
public record ReportSums(int lots, int balances, BigDecimal onHand, int handovers, BigDecimal handedOver) {
    static ReportSums of(Trace trace) {
        BigDecimal onHand = BigDecimal.ZERO;
        for (StockBalance balance : trace.onHand()) {
            onHand = onHand.add(balance.quantity().amount());
        }
        BigDecimal handedOver = BigDecimal.ZERO;
        for (Handover handover : trace.handovers()) {
            handedOver = handedOver.add(handover.quantity().amount());
        }
        return new ReportSums(
                trace.lots().size(),
                trace.onHand().size(),
                onHand.stripTrailingZeros(),
                trace.handovers().size(),
                handedOver.stripTrailingZeros());
    }
}
