package org.lottrace.edi.asn856.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.edi.UnreadPart;
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
    private static final String OR_BIND = ", or let the partner's binding read it where it stands";

    private final StatedFacts stated;
    private final List<String> ofLines;
    private final Map<Fact, Integer> quantities = new HashMap<>();
    private final Map<String, Set<String>> lotsBelow = new HashMap<>();

    private UnreadFacts(StatedFacts stated, ReadFacts read) {
        this.stated = stated;
        this.ofLines = read.ofLines();
        read.quantities().forEach(fact -> quantities.merge(fact, 1, Integer::sum));
        read.lots().forEach(this::belongsToItsLevels);
    }

    /** @return what is left over, in the order of the set */
    static List<UnreadPart> of(StatedFacts stated, ReadFacts read) {
        UnreadFacts account = new UnreadFacts(stated, read);
        return stated.all().stream()
                .filter(fact -> !account.isUsed(fact))
                .map(UnreadFacts::part)
                .toList();
    }

    private void belongsToItsLevels(Fact lot) {
        Set<String> visited = new HashSet<>();
        for (String level = lot.level(); visited.add(level); level = stated.parent(level)) {
            lotsBelow.computeIfAbsent(level, l -> new HashSet<>()).add(lot.value());
        }
    }

    private boolean isUsed(StatedFact fact) {
        ComparedFacts compared = stated.compared();
        return switch (fact.kind()) {
            case QUANTITY -> quantities.merge(new Fact(fact.level(), fact.value()), -1, Integer::sum) >= 0;
            case LOT -> Set.of(fact.value()).equals(lotsBelow.get(fact.level()));
            case PACK -> compared.packs(fact.level(), Texts.amount(fact.value()), fact.unit());
            case COUNT -> compared.count(fact.level(), fact.value(), fact.unit());
            case NET_WEIGHT -> compared.netWeight(fact.level(), fact.value(), fact.unit());
            case HASH_TOTAL -> compared.hashTotal(fact.value(), ofLines);
        };
    }

    private static UnreadPart part(StatedFact fact) {
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
