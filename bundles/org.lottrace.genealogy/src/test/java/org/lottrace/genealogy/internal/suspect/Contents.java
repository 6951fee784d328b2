package org.lottrace.genealogy.internal.suspect;

import java.util.Optional;

/**
 * Goods of one lot that are in one place together, with the suspect goods among them. What is taken out is a part of them,
 * and nobody knows which.
 *
 * <p>Of R with room for K suspect, of which s are, a draw of q has room for k = K·q/R. It holds at least s − (K − k), which is
 * what does not fit into the rest, evenly mixed s·q/R, and at most k. What stays holds at least s − k and at most K − k. In a
 * tank of 100 kg with 10 kg suspect K is 100: a draw of 95 kg holds 5, 9.5 or 10 kg.
 *
 * <p>Where units differ, K is what went in, in the unit of the seed: 80 kg of dough make 120 loaves, so a loaf has room for
 * 2/3 kg. When 100 kg dry to 90 kg, one kilogram has room for 10/9 kg.
 */
public final class Contents {
    private Fraction quantity = Fraction.ZERO;
    private Portion suspect = Portion.NOTHING;

    /** @return how much there is, in the unit of the lot */
    public Fraction quantity() {
        return quantity;
    }

    /** @return the suspect goods in it */
    public Portion suspect() {
        return suspect;
    }

    /** @param most that can be suspect in it */
    public void add(Fraction more, Portion portion, Fraction most) {
        quantity = quantity.plus(more);
        suspect = suspect.plus(portion).upTo(most);
    }

    /**
     * @param q no more than there is
     * @return what a draw of that much holds; nothing is taken out yet
     */
    public Portion draw(Fraction q) {
        return part(q, quantity.minus(q));
    }

    /** @param q no more than there is */
    public void remove(Fraction q) {
        Fraction rest = quantity.minus(q);
        suspect = part(rest, q);
        quantity = rest;
    }

    /** @return what that much holds, when the rest of the goods is elsewhere */
    private Portion part(Fraction q, Fraction rest) {
        if (!rest.isPositive()) {
            return suspect;
        }
        if (!q.isPositive()) {
            return Portion.NOTHING;
        }
        Fraction even = suspect.proportional().times(q, quantity);
        Optional<Fraction> room = suspect.room().map(all -> all.times(q, quantity));
        return new Portion(
                suspect.room()
                        .map(all -> suspect.minimum()
                                .minus(all.times(rest, quantity))
                                .orZero())
                        .orElse(Fraction.ZERO),
                even,
                room.map(suspect.maximum()::min).orElse(suspect.maximum()),
                room);
    }
}
