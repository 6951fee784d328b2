package org.lottrace.console.commands.internal.input;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.lottrace.api.genealogy.AsOf;

/** Which events an answer takes into account, as options say. Times without an offset are UTC. */
public final class Past {
    /** Of {@code --at}. */
    public static final String AT = "What had happened by then; ISO 8601, UTC unless an offset is given";

    /** Of {@code --known-at}. */
    public static final String KNOWN_AT = "As it was known then; ISO 8601, UTC unless an offset is given";

    private Past() {}

    /**
     * @param at null when it is not given, as the other
     * @throws IllegalArgumentException if one of them is no such time
     */
    public static AsOf asOf(String at, String knownAt) {
        return new AsOf(Optional.empty(), moment(knownAt), moment(at));
    }

    private static Optional<Instant> moment(String typed) {
        return Optional.ofNullable(typed).map(text -> Moment.parse(text, ZoneOffset.UTC));
    }
}
