package org.lottrace.api.overview;

import java.util.Objects;

/**
 * Something that a text may mean.
 *
 * @param kind what it is
 * @param key what identifies it among its kind, as {@link SearchKind} says
 * @param title what people call it
 * @param subtitle what tells it from others: names, dates and codes, separated by {@code  · }; may be empty
 * @param exact whether the text is a whole name of it, and not only the beginning or a word of one
 */
public record SearchHit(SearchKind kind, String key, String title, String subtitle, boolean exact) {
    public SearchHit {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(key);
        Objects.requireNonNull(title);
        Objects.requireNonNull(subtitle);
    }
}
