package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Lots that are there although nobody has told of them: they are registered as far as is known, and what should be known of
 * them is a finding. Only what contradicts itself is refused.
 */
final class FoundLots {
    /** What is no reason not to register a lot that is there; a known lot stays as it is known. */
    private static final Set<String> REGISTERED_ALL_THE_SAME = Set.of("EXPIRY_MISSING", "LOT_DIFFERS");

    private static final String PARTY_UNKNOWN = "PARTY_UNKNOWN";
    private static final String LOT_NUMBER_SIMILAR = "LOT_NUMBER_SIMILAR";

    private final LotMaster lots;
    private final Map<Lot, ViolationPath> found = new LinkedHashMap<>();
    private final Map<LotKey, List<KeyDatum>> attributes = new LinkedHashMap<>();
    private final Set<Lot> completing = new LinkedHashSet<>();

    FoundLots(LotMaster lots) {
        this.lots = lots;
    }

    /** @param keyData what is said of the lot or of its goods */
    void add(Lot lot, List<KeyDatum> keyData, ViolationPath path) {
        add(lot, path);
        if (!keyData.isEmpty()) {
            attributes.merge(lot.key(), LotAttributes.of(keyData), LotAttributes::corrected);
        }
    }

    void add(Lot lot, ViolationPath path) {
        found.putIfAbsent(lot, path);
    }

    /** @return each lot with what names it */
    Map<LotKey, ViolationPath> named() {
        Map<LotKey, ViolationPath> named = new LinkedHashMap<>();
        found.forEach((lot, path) -> named.putIfAbsent(lot.key(), path));
        return named;
    }

    void check(Findings findings) {
        if (!found.isEmpty()) {
            lots.checkAsFound(found.keySet())
                    .forEach((lot, violations) -> violations.forEach(violation -> judge(violation, lot, findings)));
            NumbersWithBlank.ofPartners(named(), lots, findings);
        }
    }

    /** @return the registrations, for the event; incomplete after a finding */
    List<LotChange> register(Findings findings) {
        List<LotChange> registered = new ArrayList<>();
        if (!found.isEmpty()) {
            lots.registerAsFound(found.keySet()).forEach((lot, outcome) -> {
                findings.addAll(outcome.violations(), found.get(lot));
                if (outcome instanceof Outcome.Done<Lot> done) {
                    registered.add(LotChange.registered(done.value(), attributes.getOrDefault(lot.key(), List.of())));
                }
            });
        }
        return registered;
    }

    /** Asks again for those with a date that was not known of them, once nobody else can tell it. */
    void checkCompleting(Findings findings) {
        if (!completing.isEmpty()) {
            List<Lot> said = List.copyOf(completing);
            completing.clear();
            lots.checkAsFound(said)
                    .forEach((lot, violations) -> violations.forEach(violation -> judge(violation, lot, findings)));
        }
    }

    /** @return those with a date that was not known of them until now */
    Set<Lot> completing() {
        return completing;
    }

    private void judge(Violation violation, Lot lot, Findings findings) {
        Violation here = new Violation(violation.code(), found.get(lot), violation.message());
        if (DatesToldLater.wasNotKnown(violation, lot, lots)) {
            complete(lot, findings);
        } else if (violation.code().equals(PARTY_UNKNOWN) && findings.isReport()) {
            tellOfIssuer(violation, lot, findings);
        } else if (violation.code().equals(LOT_NUMBER_SIMILAR)) {
            findings.note(here);
        } else if (REGISTERED_ALL_THE_SAME.contains(violation.code())) {
            findings.breach(here, lot.key());
        } else {
            findings.add(here);
        }
    }

    /** It numbered the lot, whoever it is. What a report says of it elsewhere is said already. */
    private void tellOfIssuer(Violation violation, Lot lot, Findings findings) {
        PartyId issuer = lot.key().issuer();
        if (!findings.told().contains(issuer)) {
            findings.tellsOf(issuer);
            findings.breach(violation.code(), found.get(lot), ToldParties.message(issuer, findings));
        }
    }

    /** What the lines say of one lot is known together; where they differ, what stands first. */
    private void complete(Lot lot, Findings findings) {
        Optional<Violation> contradiction = completing.stream()
                .filter(other -> other.key().equals(lot.key()))
                .flatMap(other -> DatesToldLater.contradiction(other, lot, found.get(lot)).stream())
                .findFirst();
        contradiction.ifPresentOrElse(findings::breach, () -> completing.add(lot));
    }
}
