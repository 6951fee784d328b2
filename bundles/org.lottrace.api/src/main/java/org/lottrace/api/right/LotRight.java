package org.lottrace.api.right;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;

/**
 * A version of a right. Versions are never changed: a later one with the same action and scope takes its place.
 *
 * @param version counts over all rights, from 1 on
 * @param change who may do what
 * @param by who said so
 * @param at when, to the microsecond
 */
public record LotRight(long version, LotRightChange change, String by, Instant at) {
    public LotRight {
        Objects.requireNonNull(change);
        Objects.requireNonNull(by);
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * @param all versions of any rights, by version
     * @return of each action and scope the newest, without those that ended; by version
     */
    public static List<LotRight> inForce(Collection<LotRight> all) {
        Map<List<Object>, LotRight> newest = new LinkedHashMap<>();
        all.forEach(right -> {
            List<Object> key = List.of(right.change().action(), right.change().scope());
            newest.remove(key);
            newest.put(key, right);
        });
        return newest.values().stream().filter(right -> !right.change().isEnd()).toList();
    }

    /**
     * @param inForce rights that count
     * @return those that decide about the item at the site: the most special; several when the item is of several classes, and then each
     *     of them has to name who does it; none when everybody may
     */
    public static List<LotRight> deciding(Collection<LotRight> inForce, LotAction action, Item item, SiteId site) {
        List<LotRight> covering = inForce.stream()
                .filter(right -> right.change().action() == action
                        && right.change().scope().covers(item, site))
                .toList();
        int most = covering.stream()
                .mapToInt(right -> right.change().scope().specificity())
                .max()
                .orElse(0);
        return covering.stream()
                .filter(right -> right.change().scope().specificity() == most)
                .toList();
    }
}
