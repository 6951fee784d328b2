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
        if (parties.find(named).isEmpty()) {
            findings.tellsOf(named);
        }
        if (!isKnown(parties, named)) {
            findings.breach(new Violation(code, path, message(named, findings)));
        }
    }

    /** @return true when somebody has said who it is; nobody says that of the one that was not named */
    static boolean isKnown(PartyStore parties, PartyId named) {
        return !named.equals(UNNAMED)
                && parties.find(named).filter(party -> !party.isOnlyTold()).isPresent();
    }

    static String message(PartyId named, Findings findings) {
        if (named.equals(UNNAMED)) {
            return "nobody has said which party it was: find it out, and say it";
        }
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
