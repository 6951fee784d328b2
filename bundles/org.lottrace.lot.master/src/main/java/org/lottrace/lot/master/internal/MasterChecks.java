package org.lottrace.lot.master.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterUse;
import org.lottrace.api.master.Masters;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;

/** What speaks against a change of what may be used. */
final class MasterChecks {
    private static final String MASTER = "master";
    private static final String REASON = "reason";

    private final ItemStore items;
    private final PartyStore parties;
    private final SiteStore sites;

    MasterChecks(ItemStore items, PartyStore parties, SiteStore sites) {
        this.items = items;
        this.parties = parties;
        this.sites = sites;
    }

    List<Violation> against(MasterReference master, String reason) {
        List<Violation> problems = new ArrayList<>();
        if (!isKnown(master)) {
            problems.add(unknown(master));
        }
        problems.addAll(againstReason(reason));
        return problems;
    }

    static List<Violation> againstReason(String reason) {
        return Reason.problemsOfALine(reason, Reason.LONGEST, "say why: others will read it for years");
    }

    static Violation unknown(MasterReference master) {
        return new Violation(Masters.MASTER_UNKNOWN, MASTER, "there is no " + master + ": check its key");
    }

    boolean isKnown(MasterReference master) {
        return switch (master.kind()) {
            case ITEM -> items.find(new ItemNumber(master.key())).isPresent();
            case PARTY -> parties.find(new PartyId(master.key())).isPresent();
            case SITE -> sites.find(master.site()).isPresent();
            case LOCATION ->
                sites.find(master.site())
                        .flatMap(site -> site.location(master.location()))
                        .isPresent();
        };
    }

    /** @param what what is to be done instead, or all the same */
    static List<Violation> inUse(String code, MasterReference master, List<MasterUse> uses, String what) {
        return uses.stream()
                .map(use -> new Violation(
                        code,
                        MASTER,
                        master + " has "
                                + use.kind().code().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                                + String.join(", ", use.named()) + (use.more() ? " and others; " : "; ") + what))
                .toList();
    }
}
