package org.lottrace.api.master;

import java.util.Objects;

/**
 * A piece of master data that is to be opened again or deleted.
 *
 * @param master which one
 * @param reason why, 1 to 2000 characters
 */
public record MasterChange(MasterReference master, String reason) {
    public MasterChange {
        Objects.requireNonNull(master);
        Objects.requireNonNull(reason);
    }
}
