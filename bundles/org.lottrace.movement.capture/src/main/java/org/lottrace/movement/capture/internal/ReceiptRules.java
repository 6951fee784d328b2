package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.violation.ViolationPath;

/** What was agreed with the supplier about everything that comes: that it is announced, ordered, and not over its date. */
final class ReceiptRules {
    private static final String SUPPLIER_UNKNOWN = "SUPPLIER_UNKNOWN";
    private static final String NOTICE_MISSING = "NOTICE_MISSING";
    private static final String LOT_EXPIRED = "LOT_EXPIRED";

    private final PartyStore parties;
    private final LotMaster lots;
    private final OrderTotals totals;
    private final int tolerance;

    /** @param tolerance percent by which more than announced or ordered may come */
    ReceiptRules(PartyStore parties, LotMaster lots, OrderTotals totals, int tolerance) {
        this.parties = parties;
        this.lots = lots;
        this.totals = totals;
        this.tolerance = tolerance;
    }

    int tolerance() {
        return tolerance;
    }

    /** Asked before the lots are, which are the supplier's: what is wrong with it is said once. */
    void checkSupplier(Receipt receipt, Findings findings) {
        ToldParties.check(parties, receipt.sender(), SUPPLIER_UNKNOWN, ViolationPath.of("supplier"), findings);
    }

    /** @param day when the goods came; empty when the site is unknown */
    void check(Receipt receipt, List<Came> arrivals, Optional<LocalDate> day, Findings findings) {
        Optional<Party> supplier = parties.find(receipt.sender());
        if (receipt.notice().isEmpty()
                && supplier.flatMap(party -> party.profile().ediAddress()).isPresent()) {
            findings.breach(
                    NOTICE_MISSING,
                    Findings.line(1),
                    "supplier " + receipt.sender() + " sends ship notices, and none is named: look for it");
        }
        totals.check(arrivals, tolerance, findings);
        day.ifPresent(came -> checkExpiry(arrivals, came, findings));
    }

    /** What is known of a lot counts before its label. */
    private void checkExpiry(List<Came> arrivals, LocalDate day, Findings findings) {
        Map<LotKey, Lot> known =
                lots
                        .findAll(arrivals.stream()
                                .map(came -> came.lot().key())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Lot::key, Function.identity()));
        arrivals.forEach(came -> Optional.ofNullable(known.get(came.lot().key()))
                .flatMap(Lot::expiry)
                .or(() -> came.lot().expiry())
                .filter(day::isAfter)
                .ifPresent(expiry -> findings.breach(
                        LOT_EXPIRED,
                        came.path().then("lot"),
                        "lot " + came.lot().key() + " came on " + day + " and expired on " + expiry)));
    }
}
