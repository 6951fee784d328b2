package org.lottrace.api.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * What a rule says. What it does not say, a less special rule decides, and at last the default.
 *
 * @param rotation which lot goes first; default {@link Rotation#FEFO}
 * @param minimumRemainingDays calendar days a lot must still have on the day of delivery, besides what is agreed with the
 *     customer as a partner; default 0
 * @param minimumRemainingPercent of its whole shelf life, 1 to 100, rounded up to days; default none
 * @param goodUntil the day on which it must still be good; default none
 * @param blockedDaysBeforeExpiry so many days before its expiry a lot is not reserved any more, whoever wants it, counted from the
 *     day of delivery; default 0
 * @param neverOlderThanLast whether a customer gets no lot that expires earlier than one it got before; default no
 * @param transitDays calendar days from the own site to the customer: goods that leave today are judged that much later; default 0
 * @param singleLotWithinDays a line gets one lot that suffices for it when that expires (or whatever the rotation counts) no more
 *     than so many days after the first one: 0 costs no earlier lot; default never
 * @param maximumLots most lots for a line, 1 or more; default any number
 * @param fullPalletsFirst of lots with the same days, whole logistic units before parts of them; default no
 * @param pickFacesFirst of lots with the same days, picking locations before storage; default no
 * @param remaindersFirst of lots with the same days, the smaller quantity first, so that remainders go; otherwise the larger one;
 *     default yes
 * @param wholeUnit from each position only whole ones of this unit; default any quantity
 * @param sameAttribute word of an attribute ({@link #ATTRIBUTES}) in which all lots of an order line have to agree: those that are
 *     reserved for it together, and those that leave for it in one shipment. A lot of which nobody said it agrees with no other one.
 *     Default none, any lots go together
 * @param substitutes what may be delivered in the place of the item, the first one first; only in a rule for one item, and not for the channels of transfer and
 *     production orders. Default nothing
 * @param takesSubstitutes whether an allocation that finds too little takes them by itself, and otherwise only says so; default no
 * @param demands what is demanded of lots besides their remaining life; default nothing
 * @param pickPathFirst of lots with the same days, locations in the order in which the site lists them ({@link
 *     org.lottrace.api.lot.Site#locations}), so that the list is their priority and the way of who picks; after {@code pickFacesFirst} and
 *     before {@code remaindersFirst}; default no
 */
public record RuleTerms(
        Optional<Rotation> rotation,
        Optional<Integer> minimumRemainingDays,
        Optional<Integer> minimumRemainingPercent,
        Optional<LocalDate> goodUntil,
        Optional<Integer> blockedDaysBeforeExpiry,
        Optional<Boolean> neverOlderThanLast,
        Optional<Integer> transitDays,
        Optional<Integer> singleLotWithinDays,
        Optional<Integer> maximumLots,
        Optional<Boolean> fullPalletsFirst,
        Optional<Boolean> pickFacesFirst,
        Optional<Boolean> remaindersFirst,
        Optional<UnitOfMeasure> wholeUnit,
        Optional<String> sameAttribute,
        List<Substitute> substitutes,
        Optional<Boolean> takesSubstitutes,
        Optional<LotDemands> demands,
        Optional<Boolean> pickPathFirst) {
    /** Most items that may take the place of one. */
    public static final int MOST_SUBSTITUTES = 20;

    /** Says nothing: what a rule becomes that is not to count any more. */
    public static final RuleTerms NONE = new RuleTerms(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** What lots can have to agree in: what is known of a lot by itself, and every attribute of one. */
    public static final List<String> ATTRIBUTES = Stream.concat(
                    Stream.of(KeyDataElement.MADE_AT, KeyDataElement.PRODUCTION_DATE, KeyDataElement.EXPIRY_DATE),
                    LotAttributes.OF_A_LOT.stream())
            .map(KeyDataElement::word)
            .toList();

    public RuleTerms {
        Objects.requireNonNull(rotation);
        Objects.requireNonNull(minimumRemainingDays);
        Objects.requireNonNull(minimumRemainingPercent);
        Objects.requireNonNull(goodUntil);
        Objects.requireNonNull(blockedDaysBeforeExpiry);
        Objects.requireNonNull(neverOlderThanLast);
        Objects.requireNonNull(transitDays);
        Objects.requireNonNull(singleLotWithinDays);
        Objects.requireNonNull(maximumLots);
        Objects.requireNonNull(fullPalletsFirst);
        Objects.requireNonNull(pickFacesFirst);
        Objects.requireNonNull(remaindersFirst);
        Objects.requireNonNull(wholeUnit);
        Objects.requireNonNull(sameAttribute);
        substitutes = List.copyOf(substitutes);
        Objects.requireNonNull(takesSubstitutes);
        demands = demands.filter(some -> !some.equals(LotDemands.NONE));
        Objects.requireNonNull(pickPathFirst);
    }

    /** Without demands and a pick path. */
    public RuleTerms(
            Optional<Rotation> rotation,
            Optional<Integer> minimumRemainingDays,
            Optional<Integer> minimumRemainingPercent,
            Optional<LocalDate> goodUntil,
            Optional<Integer> blockedDaysBeforeExpiry,
            Optional<Boolean> neverOlderThanLast,
            Optional<Integer> transitDays,
            Optional<Integer> singleLotWithinDays,
            Optional<Integer> maximumLots,
            Optional<Boolean> fullPalletsFirst,
            Optional<Boolean> pickFacesFirst,
            Optional<Boolean> remaindersFirst,
            Optional<UnitOfMeasure> wholeUnit,
            Optional<String> sameAttribute,
            List<Substitute> substitutes,
            Optional<Boolean> takesSubstitutes) {
        this(
                rotation,
                minimumRemainingDays,
                minimumRemainingPercent,
                goodUntil,
                blockedDaysBeforeExpiry,
                neverOlderThanLast,
                transitDays,
                singleLotWithinDays,
                maximumLots,
                fullPalletsFirst,
                pickFacesFirst,
                remaindersFirst,
                wholeUnit,
                sameAttribute,
                substitutes,
                takesSubstitutes,
                Optional.empty(),
                Optional.empty());
    }

    /** @return the same with these demands */
    public RuleTerms demanding(LotDemands other) {
        return new RuleTerms(
                rotation,
                minimumRemainingDays,
                minimumRemainingPercent,
                goodUntil,
                blockedDaysBeforeExpiry,
                neverOlderThanLast,
                transitDays,
                singleLotWithinDays,
                maximumLots,
                fullPalletsFirst,
                pickFacesFirst,
                remaindersFirst,
                wholeUnit,
                sameAttribute,
                substitutes,
                takesSubstitutes,
                Optional.of(other),
                pickPathFirst);
    }
}
