package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
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

    /** More nobody would work through. */
    private static final int MOST = 500;

    private final SetLevels set;
    private final ReadFacts read;
    private final PartnerSwitches partner;
    private final FactsBelow lots;
    private final FactsBelow expiries;
    private final Left refused = new Left();
    private final Left noted = new Left();
    private final List<Total> totals = new ArrayList<>();
    private int number;

    private UnreadFacts(SetLevels set, ReadFacts read, PartnerSwitches partner) {
        this.set = set;
        this.read = read;
        this.partner = partner;
        this.lots = new FactsBelow(set, read::lot);
        this.expiries = new FactsBelow(set, read::expiry);
        read.lines().forEach(lots::add);
        read.lines().forEach(expiries::add);
    }

    /** A sum of quantities, which is compared when all of them are known. */
    private record Total(int number, StatedFact fact) {}

    /** The first parts that are left over, by their number among all facts, and how many more there are. */
    private static final class Left {
        private final SortedMap<Integer, UnreadPart> first = new TreeMap<>();
        private int more;

        void add(int number, Supplier<UnreadPart> part) {
            if (first.size() < MOST) {
                first.put(number, part.get());
            } else {
                more++;
            }
        }

        List<UnreadPart> list() {
            if (more > 0) {
                first.computeIfPresent(
                        first.lastKey(),
                        (key, last) -> new UnreadPart(
                                last.segment(),
                                last.tag(),
                                last.element(),
                                last.text(),
                                last.message() + "; and " + more + " more behind it are not read"));
            }
            return List.copyOf(first.values());
        }
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
        UnreadFacts account = new UnreadFacts(stated.set(), read, partner);
        ComparedFacts compared = stated.read(account::level);
        for (Total total : account.totals) {
            if (!compared.hashTotal(total.fact().value(), read.ofLines())) {
                account.isLeft(total.number(), -1, total.fact());
            }
        }
        return new Unread(account.refused.list(), account.noted.list());
    }

    private void level(int index, List<StatedFact> facts, ComparedFacts compared) {
        Optional<String> quantity =
                facts.stream().anyMatch(fact -> fact.kind() == Kind.QUANTITY) ? quantity(index) : Optional.empty();
        for (StatedFact fact : facts) {
            number++;
            if (fact.kind() == Kind.HASH_TOTAL) {
                totals.add(new Total(number, fact));
            } else if (fact.kind() == Kind.QUANTITY && quantity.equals(Optional.of(fact.value()))) {
                quantity = Optional.empty();
            } else if (!isUsed(index, fact, compared) && !isSaidAlready(fact, partner)) {
                isLeft(number, index, fact);
            }
        }
    }

    private Optional<String> quantity(int level) {
        return level < 0 ? Optional.empty() : read.quantity(level);
    }

    private void isLeft(int ordinal, int level, StatedFact fact) {
        (isNoted(fact.kind(), partner) ? noted : refused).add(ordinal, () -> part(level, fact));
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

    private boolean isUsed(int level, StatedFact fact, ComparedFacts compared) {
        return switch (fact.kind()) {
            case QUANTITY, HASH_TOTAL -> false;
            case LOT -> lots.isOnly(level, fact.value());
            case EXPIRY -> expiries.isOnly(level, fact.value());
            case UNIT -> read.units().contains(Texts.sscc(fact.value()));
            case PACK -> compared.packs(Texts.amount(fact.value()), fact.unit());
            case COUNT -> compared.count(fact.value(), fact.unit());
            case NET_WEIGHT -> compared.netWeight(fact.value(), fact.unit());
        };
    }

    private UnreadPart part(int level, StatedFact fact) {
        if (Texts.isNamed(fact.level())) {
            return new UnreadPart(
                    fact.segment(), fact.tag(), fact.element(), fact.value(), DespatchWords.wouldBeLost(fact));
        }
        Optional<SetSegment> unknown = Optional.of(level)
                .filter(index -> index >= 0 && fact.kind() == Kind.QUANTITY)
                .map(index -> set.nodes().get(index).segments().get(0))
                .filter(hl -> LevelKind.of(hl.element(3)) == LevelKind.LEVEL);
        if (unknown.isPresent()) {
            return new UnreadPart(
                    unknown.get().position(),
                    "HL",
                    3,
                    unknown.get().element(3),
                    "a level of this kind is not known, and it states a quantity: " + fact.value()
                            + "; send it as an item (I) or a batch (ZZ)");
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
