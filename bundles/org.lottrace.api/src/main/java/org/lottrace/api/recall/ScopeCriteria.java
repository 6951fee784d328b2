package org.lottrace.api.recall;

import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.lot.LotKey;

/**
 * What a case looks for: every lot that is or contains a suspect, without those that were shown not to be affected.
 *
 * @param suspects lots it begins with, by key
 * @param rules more lots it begins with: all that fit, also those that are made later
 * @param excluded lots that are not affected whatever they contain, by key; what is reached through them alone is not
 *     either
 */
public record ScopeCriteria(List<LotKey> suspects, List<LotRule> rules, List<LotKey> excluded) {
    public ScopeCriteria {
        suspects = suspects.stream().distinct().sorted().toList();
        rules = rules.stream().distinct().toList();
        excluded = excluded.stream().distinct().sorted().toList();
    }

    /** @return the criteria for these lots alone */
    public static ScopeCriteria of(List<LotKey> suspects) {
        return new ScopeCriteria(suspects, List.of(), List.of());
    }

    /** @return these criteria with those of {@code more}; what {@code more} suspects is excluded no longer */
    public ScopeCriteria with(ScopeCriteria more) {
        return new ScopeCriteria(
                Stream.concat(suspects.stream(), more.suspects.stream()).toList(),
                Stream.concat(rules.stream(), more.rules.stream()).toList(),
                Stream.concat(excluded.stream().filter(lot -> !more.suspects.contains(lot)), more.excluded.stream())
                        .toList());
    }

    /** @return these criteria without those lots */
    public ScopeCriteria without(List<LotKey> lots) {
        return new ScopeCriteria(
                suspects, rules, Stream.concat(excluded.stream(), lots.stream()).toList());
    }
}
