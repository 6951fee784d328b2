package org.lottrace.recall.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.ScopeCriteria;

/**
 * Lots that suppliers have announced. A lot is registered at its receipt; one that a case looks for is registered before, so
 * that it can be recalled now and comes in recalled.
 */
final class AnnouncedLots {
    private final ExpectedReceiptStore receipts;
    private final LotMaster lots;

    AnnouncedLots(ExpectedReceiptStore receipts, LotMaster lots) {
        this.receipts = receipts;
        this.lots = lots;
    }

    boolean contains(LotKey lot) {
        return lots(receipts.openOf(List.of(lot)))
                .anyMatch(announced -> announced.key().equals(lot));
    }

    /**
     * Registers every announced lot that the criteria begin with.
     *
     * @return the registrations; the event that recalls the lots carries them
     */
    List<LotChange> register(ScopeCriteria criteria, Findings findings) {
        List<Lot> wanted = open(criteria)
                .filter(lot -> !criteria.excluded().contains(lot.key()))
                .filter(lot -> criteria.suspects().contains(lot.key())
                        || criteria.rules().stream().anyMatch(rule -> rule.fits(lot)))
                .filter(lot -> lots.find(lot.key()).isEmpty())
                .distinct()
                .toList();
        List<LotChange> registered = new ArrayList<>();
        lots.registerAll(wanted).forEach((lot, outcome) -> {
            findings.addAll(outcome.violations());
            if (outcome instanceof Outcome.Done<Lot> done) {
                registered.add(LotChange.registered(done.value()));
            }
        });
        return registered;
    }

    private Stream<Lot> open(ScopeCriteria criteria) {
        return Stream.concat(
                lots(receipts.openOf(criteria.suspects())),
                criteria.rules().stream().map(LotRule::item).distinct().flatMap(item -> lots(receipts.openOf(item))));
    }

    private static Stream<Lot> lots(List<ExpectedReceipt> open) {
        return open.stream()
                .flatMap(receipt -> receipt.lines().stream())
                .filter(line -> line.open().isPositive())
                .flatMap(line -> line.lot().stream());
    }
}
