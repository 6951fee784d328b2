package org.lottrace.persistence.internal.value;

/** Text for people, whose length the api does not limit. */
public final class TextColumn {
    /**
     * More than the column takes. Hibernate casts what it merges into H2 to this length, and a cast cuts silently: so too
     * long a text must still be too long after it, and be refused by the column.
     */
    public static final int LENGTH = 20_000;

    private TextColumn() {}
}
