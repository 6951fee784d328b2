package org.lottrace.api.lot;

import java.util.Objects;
import java.util.Optional;
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
     * @param text {@code number}, {@code item/number} or {@code issuer/item/number}; a number that contains a
     *     {@code /} needs the last form, where the issuer and the item are empty when they are not known
     * @throws InvalidIdentifierException if a part breaks its format
     */
    public static LotReference parse(String text) {
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

    /** @return true when the lot with that key may be meant */
    public boolean fits(LotKey key) {
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
