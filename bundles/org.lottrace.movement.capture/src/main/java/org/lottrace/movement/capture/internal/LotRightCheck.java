package org.lottrace.movement.capture.internal;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.violation.ViolationPath;

/**
 * Who may do what with lots of which items. What somebody else asks for is refused; what they report has been done, and is recorded with
 * that finding.
 */
final class LotRightCheck {
    private final LotRights rights;
    private final ItemStore items;
    private final LotMaster lots;

    LotRightCheck(LotRights rights, ItemStore items, LotMaster lots) {
        this.rights = rights;
        this.items = items;
        this.lots = lots;
    }

    /** @param given lots that may be known or not, each with what names it; it is nobody's right to create what is there */
    void creating(SiteId site, Map<LotKey, ViolationPath> given, Findings findings) {
        if (given.isEmpty() || !rights.areThere()) {
            return;
        }
        Set<LotKey> known = lots.findAll(given.keySet()).stream().map(Lot::key).collect(Collectors.toSet());
        given.forEach((lot, path) -> {
            if (!known.contains(lot)) {
                check(LotAction.CREATE, lot.item(), site, path, findings);
            }
        });
    }

    /** Judges a number that is given by hand: who gives it, and whether it can be marked. */
    void numbering(LotNumber number, ItemNumber item, SiteId site, ViolationPath path, Findings findings) {
        check(LotAction.NUMBER, item, site, path, findings);
        NumbersWithBlank.ofOurs(number, path, findings);
    }

    void check(LotAction action, ItemNumber item, SiteId site, ViolationPath path, Findings findings) {
        if (rights.areThere()) {
            items.find(item).ifPresent(known -> rights.against(action, known, site, path)
                    .forEach(findings::breach));
        }
    }
}
