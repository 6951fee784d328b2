package org.lottrace.movement.capture.internal;

import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Parties that nobody has told of. A request that names one is refused; a report is recorded, and the party is kept as told, so that a
 * recall finds it, until somebody says who it is.
 */
final class ToldParties {
    /** Of whom nothing was told, not even a number. */
    static final PartyId UNNAMED = new PartyId("UNNAMED");

    private ToldParties() {}

    static void check(PartyStore parties, PartyId named, String code, ViolationPath path, Findings findings) {
        Optional<Party> party = parties.find(named);
        if (party.isEmpty()) {
            findings.tellsOf(named);
        }
        if (party.filter(known -> !known.isOnlyTold()).isEmpty()) {
            findings.breach(new Violation(code, path, message(named, findings)));
        }
    }

    static String message(PartyId named, Findings findings) {
        return "party " + named + " is unknown: "
                + (findings.isReport() ? "save it with its roles, or say which party it is" : "save it first");
    }

    /** Keeps them, with nothing but what was told. */
    static void keep(Set<PartyId> told, PartnerDirectory partners, Findings findings) {
        if (!told.isEmpty()) {
            findings.addAll(partners.save(told.stream().map(ToldParties::asTold).toList()));
        }
    }

    private static Party asTold(PartyId id) {
        return new Party(
                id,
                id.value(),
                Set.of(PartyRole.TOLD),
                Optional.empty(),
                new PostalAddress("", "", "", "", ""),
                "",
                "",
                PartnerProfile.NONE);
    }
}
