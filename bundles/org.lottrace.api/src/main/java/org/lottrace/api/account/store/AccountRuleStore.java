package org.lottrace.api.account.store;

import java.util.List;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The versions of the rules of account determination. They are only ever added, by who holds the head of the ledger. */
@ProviderType
public interface AccountRuleStore {
    /** Inserts the version. */
    @Writes
    void insert(AccountRule rule);

    /** @return every version, by number */
    List<AccountRule> all();
}
