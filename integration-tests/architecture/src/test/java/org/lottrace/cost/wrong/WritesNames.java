package org.lottrace.cost.wrong;

import org.lottrace.api.cost.Account;

/** A word that changes when somebody renames a constant. */
public final class WritesNames {
    public String written() {
        return Account.INVENTORY.name();
    }
}
