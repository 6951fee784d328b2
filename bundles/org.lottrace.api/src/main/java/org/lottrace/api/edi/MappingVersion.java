package org.lottrace.api.edi;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * What a mapping was from some time on.
 *
 * @param number 1 or more, without gaps
 * @param since when it came into use, or was found in use, cut to microseconds
 * @param by who decided it; empty when it was edited in the folder
 * @param reason why; empty when it was edited in the folder
 * @param files what it consists of, by name
 */
public record MappingVersion(int number, Instant since, String by, String reason, List<MappingFile> files) {
    public MappingVersion {
        since = since.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(by);
        Objects.requireNonNull(reason);
        files = List.copyOf(files);
    }
}
