package org.lottrace.api.lot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;

/**
 * A lot as a person or a scanner names it: a label carries item and lot number, seldom who issued the number. It may fit
 * several lots; only a {@link LotKey} is unique.
 *
 * @param issuer the issuer when it is known
 * @param item the item when it is known
 * @param number the number on the goods
 */
public record LotReference(Optional<PartyId> issuer, Optional<ItemNumber> item, LotNumber number) {
    public LotReference {
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(item);
        Objects.requireNonNull(number);
    }

    /** @return a reference that fits exactly the lot with that key */
    public static LotReference to(LotKey key) {
        return new LotReference(Optional.of(key.issuer()), Optional.of(key.item()), key.number());
    }

    /**
     * @param text {@code number}, {@code item/number} or {@code issuer/item/number}, where the issuer and the item may be
     *     empty when they are not known. A number that contains a {@code /} may be read wrong: {@link #otherReadings} says
     *     what else it can be
     * @throws InvalidIdentifierException if a part breaks its format and the whole is no number either
     */
    public static LotReference parse(String text) {
        try {
            return parts(text);
        } catch (InvalidIdentifierException notInParts) {
            if (!text.contains("/") || text.endsWith("/")) { // who ends so has forgotten the number
                throw notInParts;
            }
            return number(text).orElseThrow(() -> notInParts);
        }
    }

    private static LotReference parts(String text) {
        String[] parts = text.split("/", 3);
        return switch (parts.length) {
            case 1 -> new LotReference(Optional.empty(), Optional.empty(), new LotNumber(text));
            case 2 ->
                new LotReference(Optional.empty(), Optional.of(new ItemNumber(parts[0])), new LotNumber(parts[1]));
            default ->
                new LotReference(
                        known(parts[0]).map(PartyId::new),
                        known(parts[1]).map(ItemNumber::new),
                        new LotNumber(parts[2]));
        };
    }

    /**
     * What the same text can mean besides, for people who write a number that contains a {@code /}: the item and a longer
     * number, and a number alone. Only for when nothing fits this one.
     *
     * @return in that order; empty when neither issuer nor item is known
     */
    public List<LotReference> otherReadings() {
        List<LotReference> readings = new ArrayList<>();
        issuer.ifPresent(first -> item.ifPresent(second -> readings.addAll(reading(() -> new LotReference(
                        Optional.empty(),
                        Optional.of(new ItemNumber(first.value())),
                        new LotNumber(second + "/" + number)))
                .stream()
                .toList())));
        item.ifPresent(known ->
                readings.addAll(number(issuer.map(first -> first + "/").orElse("") + known + "/" + number).stream()
                        .toList()));
        return readings;
    }

    private static Optional<LotReference> number(String text) {
        return reading(() -> new LotReference(Optional.empty(), Optional.empty(), new LotNumber(text)));
    }

    /** Most texts are no number: that is an answer and no error. */
    private static Optional<LotReference> reading(Supplier<LotReference> maker) {
        try {
            return Optional.of(maker.get());
        } catch (InvalidIdentifierException isNone) {
            return Optional.empty();
        }
    }

    /** @return true when the lot with that key may be meant, also by another reading */
    public boolean fits(LotKey key) {
        return isExactly(key)
                || key.number().value().contains("/")
                        && otherReadings().stream().anyMatch(reading -> reading.isExactly(key));
    }

    private boolean isExactly(LotKey key) {
        return number.equals(key.number())
                && item.map(key.item()::equals).orElse(true)
                && issuer.map(key.issuer()::equals).orElse(true);
    }

    /** @return true when that lot may be meant, under the number of its key or the corrected one */
    public boolean fits(Lot lot) {
        LotKey key = lot.key();
        return fits(key) || fits(new LotKey(key.issuer(), key.item(), lot.number()));
    }

    /** @return the shortest text that {@link #parse} takes for this */
    @Override
    public String toString() {
        boolean isWhole = issuer.isPresent() || number.value().contains("/");
        return isWhole
                ? text(issuer) + "/" + text(item) + "/" + number
                : item.map(known -> known + "/").orElse("") + number;
    }

    private static String text(Optional<?> part) {
        return part.map(Object::toString).orElse("");
    }

    private static Optional<String> known(String part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }
}
