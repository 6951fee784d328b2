package org.lottrace.edi.asn856.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.SetLevels.Node;
import org.lottrace.edi.asn856.internal.wire.PartyReference;

/**
 * Facts about the whole shipment that a partner says somewhere else than at the shipment level: before the first level, or at its
 * orders or items. They count only when all places say the same.
 */
final class Elsewhere {
    /** 2005 of a DESADV: date of the document. */
    private static final String MADE = "137";

    private final SetLevels set;
    private final PartnerSwitches partner;

    Elsewhere(SetLevels set, PartnerSwitches partner) {
        this.set = set;
        this.partner = partner;
    }

    /** @return DTM02 of the date of shipment; empty when there is none */
    Optional<String> shipDate(Violations problems) {
        for (String qualifier : partner.shipDates()) {
            Set<String> dates = new LinkedHashSet<>();
            set.segments().stream()
                    .filter(segment ->
                            segment.is("DTM") && segment.component(1, 1).equals(qualifier))
                    .map(this::date)
                    .filter(date -> !date.isEmpty() && (!partner.shipDateIsNoted() || Texts.isDate(date)))
                    .forEach(dates::add);
            if (dates.size() > 1) {
                problems.add(new Violation(
                        "SHIP_DATE_DIFFERS",
                        ViolationPath.of(PathStep.segment("DTM " + qualifier)),
                        "the levels say different dates of shipment: " + dates
                                + "; send one notice for each, or the date at the shipment level"));
            }
            if (!dates.isEmpty()) {
                return dates.stream().findFirst();
            }
        }
        return partner.createdIsShipDate()
                ? set.heading().stream()
                        .filter(segment -> segment.is("BSN") || segment.is("DTM") && is(segment, MADE))
                        .map(segment -> segment.is("BSN") ? segment.element(3) : date(segment))
                        .findFirst()
                : Optional.empty();
    }

    private String date(SetSegment dtm) {
        return set.isEdifact() ? Normal.of(dtm).component(1, 2) : dtm.element(2);
    }

    private static boolean is(SetSegment segment, String qualifier) {
        return segment.component(1, 1).equals(qualifier);
    }

    /** @return the party that receives; empty when there is none */
    Optional<PartyReference> shipTo(Violations problems) {
        for (String role : partner.shipTo()) {
            Map<String, PartyReference> parties = new LinkedHashMap<>();
            parties(role)
                    .map(this::party)
                    .forEach(party -> parties.putIfAbsent(party.qualifier + ":" + party.id, party));
            if (parties.size() > 1) {
                problems.add(new Violation(
                        "SHIP_TO_DIFFERS",
                        ViolationPath.of(PathStep.segment(set.dialect().party + " " + role)),
                        "the levels say different receivers: " + parties.keySet()
                                + "; send one notice for each of our sites"));
            }
            if (!parties.isEmpty()) {
                return parties.values().stream().findFirst();
            }
        }
        return Optional.empty();
    }

    private Stream<SetSegment> parties(String role) {
        return set.nodes().stream()
                .map(Node::segments)
                .flatMap(List::stream)
                .filter(segment ->
                        segment.is(set.dialect().party) && segment.element(1).equals(role));
    }

    private PartyReference party(SetSegment n1) {
        PartyReference party = new PartyReference();
        party.role = n1.element(1);
        if (set.isEdifact()) {
            party.id = n1.component(2, 1);
            party.qualifier = n1.component(2, 3);
            return party;
        }
        party.name = n1.element(2);
        party.qualifier = n1.element(3);
        party.id = n1.element(4);
        return party;
    }
}
