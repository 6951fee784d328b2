package org.lottrace.api.overview;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a text may mean.
 *
 * @param text what was looked for
 * @param kinds those with a hit, in the order of {@link SearchKind}
 */
public record SearchAnswer(String text, List<Hits> kinds) {
    public SearchAnswer {
        Objects.requireNonNull(text);
        kinds = List.copyOf(kinds);
    }

    /** @return the one thing that the text is a whole name of; empty when there is none, or several */
    public Optional<SearchHit> onlyExact() {
        List<SearchHit> exact = kinds.stream()
                .flatMap(kind -> kind.hits().stream())
                .filter(SearchHit::exact)
                .limit(2)
                .toList();
        return exact.size() == 1 ? Optional.of(exact.get(0)) : Optional.empty();
    }

    /**
     * The hits of one kind.
     *
     * @param kind what they are
     * @param hits exact ones first, at most {@link Search#HITS_OF_A_KIND}
     * @param more whether there are more that are not given
     */
    public record Hits(SearchKind kind, List<SearchHit> hits, boolean more) {
        public Hits {
            Objects.requireNonNull(kind);
            hits = List.copyOf(hits);
        }
    }
}
