package org.lottrace.edi.asn856.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.ReadFacts.Fact;
import org.lottrace.edi.asn856.internal.StatedFact.Kind;

/**
 * The account of a ship notice: every quantity and lot the set states, less those that got into the notice. Anything left over
 * would be lost behind a positive acknowledgement: levels out of order, a quantity where the binding expects none, a second lot of
 * a level.
 *
 * <p>A quantity is used once. A lot is used when all lines of its level and below have it, so that a pallet may repeat the lot
 * of everything on it.
 */
final class UnreadFacts {
    static final String OR_BIND = ", or let the partner's binding read it where it stands";

    private final StatedFacts stated;
    private final List<String> ofLines;
    private final Map<Fact, Integer> quantities = new HashMap<>();
    private final Map<String, Set<String>> lotsBelow = new HashMap<>();
    private final Map<String, Set<String>> expiriesBelow = new HashMap<>();
    private final Set<String> units;

    private UnreadFacts(StatedFacts stated, ReadFacts read) {
        this.stated = stated;
        this.ofLines = read.ofLines();
        read.quantities().forEach(fact -> quantities.merge(fact, 1, Integer::sum));
        this.units = read.units();
        read.lots().forEach(lot -> belongsToItsLevels(lot, lotsBelow));
        read.expiries().forEach(expiry -> belongsToItsLevels(expiry, expiriesBelow));
    }

    /**
     * What is left over, in the order of the set.
     *
     * @param refused what the set is refused for
     * @param noted what the partner may leave unread
     */
    record Unread(List<UnreadPart> refused, List<UnreadPart> noted) {
        /** @return what is noted, as it stands in the record of the interchange */
        List<Violation> notes() {
            return noted.stream()
                    .map(part -> new Violation(
                            "NOT_READ",
                            ViolationPath.of(
                                    PathStep.position(String.valueOf(part.segment())), PathStep.segment(part.tag())),
                            "\"" + part.text() + "\": " + part.message()))
                    .toList();
        }
    }

    static Unread of(StatedFacts stated, ReadFacts read, PartnerSwitches partner) {
        UnreadFacts account = new UnreadFacts(stated, read);
        Map<Boolean, List<UnreadPart>> parts = stated.all().stream()
                .filter(fact -> !account.isUsed(fact) && !isSaidAlready(fact, partner))
                .collect(Collectors.partitioningBy(
                        fact -> isNoted(fact.kind(), partner), Collectors.mapping(account::part, Collectors.toList())));
        return new Unread(parts.get(false), parts.get(true));
    }

    /** Of a partner with whom nothing special was agreed: what the set is refused for. */
    static List<UnreadPart> of(StatedFacts stated, ReadFacts read) {
        return of(stated, read, PartnerSwitches.NONE).refused();
    }

    /** The exchange notes each SSCC that is none, when the partner may write such ones. */
    private static boolean isSaidAlready(StatedFact fact, PartnerSwitches partner) {
        return fact.kind() == Kind.UNIT && partner.ssccIsNoted() && !Texts.isSscc(fact.value());
    }

    private static boolean isNoted(Kind kind, PartnerSwitches partner) {
        return switch (kind) {
            case LOT, EXPIRY, UNIT -> partner.unreadIsNoted();
            case HASH_TOTAL -> partner.hashTotalIsNoted();
            default -> false;
        };
    }

    private void belongsToItsLevels(Fact lot, Map<String, Set<String>> below) {
        Set<String> visited = new HashSet<>();
        for (String level = lot.level(); visited.add(level); level = stated.parent(level)) {
            below.computeIfAbsent(level, l -> new HashSet<>()).add(lot.value());
        }
    }

    private boolean isUsed(StatedFact fact) {
        ComparedFacts compared = stated.compared();
        return switch (fact.kind()) {
            case QUANTITY -> quantities.merge(new Fact(fact.level(), fact.value()), -1, Integer::sum) >= 0;
            case LOT -> isOnly(fact.value(), lotsBelow.get(fact.level()));
            case EXPIRY -> isOnly(fact.value(), expiriesBelow.get(fact.level()));
            case UNIT -> units.contains(Texts.sscc(fact.value()));
            case PACK -> compared.packs(fact.level(), Texts.amount(fact.value()), fact.unit());
            case COUNT -> compared.count(fact.level(), fact.value(), fact.unit());
            case NET_WEIGHT -> compared.netWeight(fact.level(), fact.value(), fact.unit());
            case HASH_TOTAL -> compared.hashTotal(fact.value(), ofLines);
        };
    }

    private static boolean isOnly(String value, Set<String> below) {
        return below != null && below.size() == 1 && below.contains(value);
    }

    private UnreadPart part(StatedFact fact) {
        Optional<SetSegment> unknown = stated.level(fact.level())
                .filter(hl -> fact.kind() == Kind.QUANTITY && LevelKind.of(hl.element(3)) == LevelKind.LEVEL);
        if (unknown.isPresent()) {
            return new UnreadPart(
                    unknown.get().position(),
                    "HL",
                    3,
                    unknown.get().element(3),
                    "a level of this kind is not known, and it states a quantity: " + fact.value()
                            + "; send it as an item (I) or a batch (ZZ)");
        }
        if (Texts.isNamed(fact.level())) {
            return new UnreadPart(
                    fact.segment(), fact.tag(), fact.element(), fact.value(), DespatchWords.wouldBeLost(fact));
        }
        boolean isElement = fact.tag().equals("LIN")
                || fact.kind() != Kind.QUANTITY && fact.kind() != Kind.LOT && fact.element() > 0;
        return new UnreadPart(fact.segment(), fact.tag(), isElement ? fact.element() : 0, fact.value(), message(fact));
    }

    private static String message(StatedFact fact) {
        String goods =
                " " + fact.unit() + " is not read, and does not agree with the quantity of HL " + fact.level() + "; ";
        return switch (fact.kind()) {
            case QUANTITY ->
                "a quantity of HL " + fact.level()
                        + " would be lost; send each level right behind its parent and the quantity on the level that says the"
                        + " lot" + OR_BIND;
            case LOT ->
                "a lot of HL " + fact.level()
                        + " would be lost; send a level of its own for each lot, right behind its parent" + OR_BIND;
            case EXPIRY ->
                "an expiry date of HL " + fact.level()
                        + " would be lost, or is not that of all goods of the level; send one on the level that says the lot"
                        + OR_BIND;
            case UNIT ->
                "an SSCC of HL " + fact.level()
                        + " would be lost; send one for each pack or pallet that holds a quantity" + OR_BIND;
            case PACK ->
                "a pack of " + fact.value() + goods
                        + "of packs in the unit of SN1 a whole number is shipped: correct SN1 or PO4, or leave PO4 out";
            case COUNT, NET_WEIGHT ->
                fact.value() + goods + "send one quantity, in one unit, in SN1, and in MEA the same or nothing";
            case HASH_TOTAL ->
                "CTT02 is not the sum of all SN102: something is missing, or the sum is wrong; send the sum,"
                        + " or leave CTT02 out";
        };
    }
}
