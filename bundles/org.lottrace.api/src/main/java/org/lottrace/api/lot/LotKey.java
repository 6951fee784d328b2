package org.lottrace.api.lot;

import java.util.Comparator;
import java.util.Objects;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;

/**
 * What makes a lot unique: who issued its number, the item, and the number.
 *
 * @param issuer the party that gave the number: the supplier for what was received, the company for what was made
 * @param item the item in the numbering of the company that runs LotTrace
 * @param number the number on the goods
 */
public record LotKey(PartyId issuer, ItemNumber item, LotNumber number) implements Comparable<LotKey> {
    private static final Comparator<LotKey> ORDER = Comparator.comparing(
                    (LotKey k) -> k.issuer().value())
            .thenComparing(k -> k.item().value())
            .thenComparing(k -> k.number().value());

    public LotKey {
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(item);
        Objects.requireNonNull(number);
    }

    /**
     * @param text {@code issuer/item/number}, as {@link #toString()} writes it
     * @throws InvalidIdentifierException if it has not three parts or a part is wrong
     */
    public static LotKey parse(String text) {
        String[] parts = text.split("/", 3);
        if (parts.length != 3) {
            throw new InvalidIdentifierException("lot key (issuer/item/number)", text);
        }
        return new LotKey(new PartyId(parts[0]), new ItemNumber(parts[1]), new LotNumber(parts[2]));
    }

    /** A total order without meaning, for stable lists and for locking in one order. */
    @Override
    public int compareTo(LotKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return issuer + "/" + item + "/" + number;
    }
}
