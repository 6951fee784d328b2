package org.lottrace.recall.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.recall.EffectivenessLevel;

/**
 * Draws who is checked: the consignees in the order of their numbers, shuffled by {@link Collections#shuffle(List, Random)} with
 * {@code new Random(seed)}, whose sequence the Java specification fixes; the first of them are the sample.
 */
final class Sampling {
    private static final Comparator<PartyId> BY_NUMBER = Comparator.comparing(PartyId::value);

    private Sampling() {}

    /** @return the sample by number */
    static List<PartyId> draw(Collection<PartyId> consignees, BigDecimal percent, long seed) {
        List<PartyId> drawn = new ArrayList<>(consignees);
        drawn.sort(BY_NUMBER);
        Collections.shuffle(drawn, new Random(seed));
        return drawn.subList(0, EffectivenessLevel.sampleSize(drawn.size(), percent)).stream()
                .sorted(BY_NUMBER)
                .toList();
    }
}
