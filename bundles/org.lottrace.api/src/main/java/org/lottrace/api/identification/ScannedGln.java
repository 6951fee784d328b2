package org.lottrace.api.identification;

import java.util.Objects;
import org.lottrace.api.id.Gln;

/**
 * A party or place that a scan names.
 *
 * @param ai what it is for: 410 ship to, 411 bill to, 412 purchased from, 413 ship for, 414 place, 415 pay to, 416 made at, 417 party
 * @param gln its number
 */
public record ScannedGln(String ai, Gln gln) {
    public ScannedGln {
        Objects.requireNonNull(ai);
        Objects.requireNonNull(gln);
    }
}
