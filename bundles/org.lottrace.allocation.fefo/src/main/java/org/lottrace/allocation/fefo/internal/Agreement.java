package org.lottrace.allocation.fefo.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.allocation.fefo.internal.AllocationTerms.Term;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.violation.Violation;

/** In what the lots of an order line have to agree, what each of them says, and how it is told that they do not. */
final class Agreement {
    /** The line has lots that say something else: shipping refuses it. */
    static final String LOTS_DISAGREE = "LOTS_DISAGREE";

    /** Lots that agree with each other were chosen, and this one is none of them. */
    static final String OTHER_LOTS_AGREE = "OTHER_LOTS_AGREE";

    private static final String NOTHING = "nothing";

    private final AllocationTerms terms;

    /** @param terms those that name an attribute */
    Agreement(AllocationTerms terms) {
        this.terms = terms;
    }

    /** @return true when the attributes of lots have to be read for it */
    static boolean isToBeRead(AllocationTerms terms) {
        return terms.sameAttribute().filter(LotSaying::isToBeRead).isPresent();
    }

    /**
     * @param attributes what is known of the lots, where it is to be read
     * @return what each lot says; one of which nobody said it says its own key, so that it agrees with itself alone
     */
    Map<LotKey, String> said(Collection<Lot> lots, Map<LotKey, List<KeyDatum>> attributes) {
        Map<LotKey, String> said = new HashMap<>();
        for (Lot lot : lots) {
            said.put(
                    lot.key(),
                    said(lot, attributes.getOrDefault(lot.key(), List.of())).orElse(NOTHING + " " + lot.key()));
        }
        return said;
    }

    private Optional<String> said(Lot lot, List<KeyDatum> attributes) {
        return LotSaying.of(word(), lot, attributes).reduce((one, other) -> one + ", " + other);
    }

    /** @param others what the lots say with which it does not agree */
    Violation disagrees(LotKey lot, String says, Collection<String> others) {
        return new Violation(
                LOTS_DISAGREE,
                "lot",
                "lot " + lot + " says " + words(says) + " as its " + word() + ", and other lots of the line say "
                        + others.stream()
                                .map(Agreement::words)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(" and "))
                        + "; take lots that agree or change " + terms.ruleOf(Term.SAME_ATTRIBUTE));
    }

    Violation passedOver(LotKey lot, String says, String chosen) {
        return new Violation(
                OTHER_LOTS_AGREE,
                "lot",
                "lot " + lot + " is passed over: it says " + words(says) + " as its " + word()
                        + ", those that are taken say " + words(chosen) + ", and " + terms.ruleOf(Term.SAME_ATTRIBUTE)
                        + " wants the lots of a line to agree");
    }

    /** For people, who know the lots by their numbers. */
    private static String words(String said) {
        return said.startsWith(NOTHING + " ") ? NOTHING : said;
    }

    private String word() {
        return terms.sameAttribute().orElseThrow();
    }
}
