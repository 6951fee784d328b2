package org.lottrace.api.master;

import java.util.Objects;

/**
 * A piece of master data that is to be closed.
 *
 * @param master which one
 * @param reason why, 1 to 2000 characters
 * @param confirmed close it although it has stock, holds or open orders; without it that is refused, and all of it named
 */
public record MasterClosing(MasterReference master, String reason, boolean confirmed) {
    public MasterClosing {
        Objects.requireNonNull(master);
        Objects.requireNonNull(reason);
    }
}
