package org.lottrace.console.web.internal.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Lots that are typed one after the other, with blanks or in lines of their own. A partner's lot number may have blanks itself: words of a
 * line that together name a lot are that lot, the most of them first.
 */
public final class LotWords {
    /** More words than that are in no lot number that anybody has seen. */
    private static final int MOST = 5;

    /** So many lots are asked for at a time; of more words than they could have none is looked up. */
    public static final int MOST_LOTS = 200;

    private static final Pattern WORD = Pattern.compile("\\S+");

    private LotWords() {}

    /**
     * @return what names a lot each, as it is typed; what is no lot together stays apart. More than {@link #MOST_LOTS} are too many, for
     *     whoever asks to say so
     */
    public static List<String> of(String text, Visit visit) {
        LotMaster lots = visit.as(LotMaster.class);
        return of(text, typed -> reference(typed).stream()
                .anyMatch(meant -> !lots.find(meant).isEmpty()));
    }

    static List<String> of(String text, Predicate<String> isLot) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        return words.size() > MOST * MOST_LOTS
                ? words
                : text.lines().flatMap(line -> ofLine(line, isLot).stream()).toList();
    }

    private static List<String> ofLine(String line, Predicate<String> isLot) {
        List<MatchResult> words = WORD.matcher(line).results().toList();
        List<String> found = new ArrayList<>();
        int next = 0;
        while (next < words.size()) {
            int first = words.get(next).start();
            int last = Math.min(words.size(), next + MOST) - 1;
            while (last > next
                    && !isLot.test(line.substring(first, words.get(last).end()))) {
                last--;
            }
            found.add(line.substring(first, words.get(last).end()));
            next = last + 1;
        }
        return found;
    }

    private static Optional<LotReference> reference(String typed) {
        try {
            return Optional.of(LotReference.parse(typed));
        } catch (InvalidIdentifierException isNone) {
            return Optional.empty();
        }
    }
}
