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
    private final StatedFacts stated;
    private final Map<Fact, Integer> quantities = new HashMap<>();
    private final Map<String, Set<String>> lotsBelow = new HashMap<>();

    private UnreadFacts(StatedFacts stated, ReadFacts read) {
        this.stated = stated;
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
        return fact.kind() == Kind.QUANTITY
                ? quantities.merge(new Fact(fact.level(), fact.value()), -1, Integer::sum) >= 0
                : Set.of(fact.value()).equals(lotsBelow.get(fact.level()));
    }

    private static UnreadPart part(StatedFact fact) {
        boolean inPair = fact.tag().equals("LIN");
        String lost = fact.kind() == Kind.QUANTITY
                ? "a quantity of HL " + fact.level() + " would be lost; send each level right behind its parent and the"
                        + " quantity on the level that says the lot"
                : "a lot of HL " + fact.level()
                        + " would be lost; send a level of its own for each lot, right behind its" + " parent";
        return new UnreadPart(
                fact.segment(),
                fact.tag(),
                inPair ? fact.element() : 0,
                fact.value(),
                lost + ", or let the partner's binding read it where it stands");
    }
}
