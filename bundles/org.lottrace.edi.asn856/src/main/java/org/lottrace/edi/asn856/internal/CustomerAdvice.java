package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.UnreadPart;

/**
 * What a receiving advice (X12 861) says, as far as it is read.
 *
 * @param number BRA01
 * @param purpose BRA03
 * @param shipments the numbers of our notices, each once: REF SI, else REF PK, wherever they are; empty when it names none
 * @param goods one for each RCD
 * @param unread what states a quantity or a lot and was not read
 * @param unused tags of the segments that are not used
 */
record CustomerAdvice(
        String number,
        String purpose,
        List<String> shipments,
        List<Goods> goods,
        List<UnreadPart> unread,
        Set<String> unused) {
    private static final List<String> SHIPMENT = List.of("SI", "PK");
    private static final List<String> LOTS = List.of("LT", "B8");
    private static final Set<String> USED =
            Set.of("ST", "BRA", "REF", "DTM", "RCD", "LIN", "MAN", "PRF", "N1", "CTT", "SE");
    private static final int RETURNED = 4;
    private static final int FIRST_CONTESTED = 6;
    private static final int LAST_CONTESTED = 18;

    /**
     * One RCD with its LIN.
     *
     * @param position of the RCD in the set
     * @param line RCD01
     * @param lot the lot number; empty when it names none
     * @param named what else the LIN says, by qualifier
     * @param received RCD02 with its unit; absent when it says none
     * @param contested what is in question, one for each thing that is wrong and unit
     */
    record Goods(
            int position,
            String line,
            String lot,
            Map<String, String> named,
            Optional<Amount> received,
            List<Contested> contested) {}

    /** How much is in question, and what is wrong with it. */
    record Contested(ReceivingCondition condition, Amount amount) {}

    /** An amount in a unit of X12. */
    record Amount(BigDecimal amount, String unit) {
        /** @param other in the same unit */
        Amount plus(Amount other) {
            return new Amount(amount.add(other.amount), unit);
        }

        @Override
        public String toString() {
            return amount.toPlainString() + " " + unit;
        }
    }

    /** @param segments of an 861 or a RECADV */
    static CustomerAdvice of(List<SetSegment> segments) {
        if (segments.get(0).is("UNH")) {
            return ReceivingMessage.read(segments);
        }
        SetSegment bra =
                segments.stream().filter(one -> one.is("BRA")).findFirst().orElseThrow();
        List<Goods> goods = new ArrayList<>();
        List<UnreadPart> unread = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            SetSegment segment = segments.get(i);
            if (segment.is("RCD")) {
                goods.add(goods(segment, namesBehind(segments, i)));
            } else if (segment.is("SLN")) {
                unread.add(new UnreadPart(
                        segment.position(),
                        "SLN",
                        0,
                        segment.element(1),
                        "a line below another one is not read: say each lot in an RCD of its own"));
            }
        }
        return new CustomerAdvice(
                bra.element(1),
                bra.element(3),
                SHIPMENT.stream()
                        .map(qualifier -> shipments(segments, qualifier))
                        .filter(numbers -> !numbers.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                goods,
                unread,
                segments.stream()
                        .map(SetSegment::tag)
                        .filter(tag -> !USED.contains(tag) && !tag.equals("SLN"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<String> shipments(List<SetSegment> segments, String qualifier) {
        return segments.stream()
                .filter(one -> one.is("REF") && one.element(1).equals(qualifier))
                .map(one -> one.element(2))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    /** What the LINs behind the RCD and before the next one say, by qualifier; the first of a kind counts. */
    private static Map<String, String> namesBehind(List<SetSegment> segments, int rcd) {
        Map<String, String> names = new HashMap<>();
        for (int i = rcd + 1; i < segments.size() && !segments.get(i).is("RCD"); i++) {
            SetSegment lin = segments.get(i);
            for (int element = 2; lin.is("LIN") && element <= lin.size(); element += 2) {
                if (!lin.element(element + 1).isEmpty()) {
                    names.putIfAbsent(lin.element(element), lin.element(element + 1));
                }
            }
        }
        return names;
    }

    private static Goods goods(SetSegment rcd, Map<String, String> named) {
        List<Contested> contested = new ArrayList<>();
        for (int element = FIRST_CONTESTED; element <= LAST_CONTESTED; element += 3) {
            Optional<ReceivingCondition> condition = ReceivingCondition.of(rcd.element(element + 2));
            amount(rcd, element)
                    .flatMap(amount -> condition.map(found -> new Contested(found, amount)))
                    .ifPresent(one -> add(contested, one));
        }
        amount(rcd, RETURNED)
                .filter(unused -> contested.stream().noneMatch(one -> one.condition() == ReceivingCondition.REJECTED))
                .ifPresent(returned -> contested.add(new Contested(ReceivingCondition.REJECTED, returned)));
        String lot = LOTS.stream()
                .filter(named::containsKey)
                .findFirst()
                .map(named::get)
                .orElse("");
        return new Goods(rcd.position(), rcd.element(1), lot, named, amount(rcd, 2), contested);
    }

    /** Codes of one meaning may come in several groups. */
    static void add(List<Contested> contested, Contested one) {
        for (int i = 0; i < contested.size(); i++) {
            Contested known = contested.get(i);
            if (known.condition() == one.condition()
                    && known.amount().unit().equals(one.amount().unit())) {
                contested.set(i, new Contested(one.condition(), known.amount().plus(one.amount())));
                return;
            }
        }
        contested.add(one);
    }

    private static Optional<Amount> amount(SetSegment rcd, int element) {
        String text = rcd.element(element);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String unit = rcd.element(element + 1);
        return Optional.of(new Amount(new BigDecimal(text), unit.replaceFirst("[^A-Z0-9].*", "")))
                .filter(amount -> amount.amount().signum() != 0 || element == 2);
    }
}
